"""What the processes write to their standard error: in production one JSON object a line, with every answer; else only what is wrong."""

import json
import logging
import sys
import time
from typing import Any

from biblionet_reg.config import Environment, Settings

_TO_THE_SECOND = "%Y-%m-%dT%H:%M:%S"


class JsonLines(logging.Formatter):
    """One JSON object a line, for whatever gathers logs; moments in UTC."""

    converter = staticmethod(time.gmtime)

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; `extra={"facts": {…}}` becomes fields of its own."""
        told: dict[str, Any] = {
            "at": f"{self.formatTime(record, _TO_THE_SECOND)}.{record.msecs:03.0f}Z",
            "level": record.levelname.lower(),
            "source": record.name,
            "message": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        if record.exc_info:
            told["fault"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False, default=str)


def init_app(settings: Settings) -> None:
    """Have a production process write JSON lines; others keep what Python and Flask do by themselves."""
    if settings.environment is not Environment.PRODUCTION:
        return
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    for noisy in ("fontTools", "weasyprint", "huey"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
