"""What speaks to other servers: a process loads the drivers its settings name, and no others.

Huey imports every driver it finds installed, which costs a web worker 12 MB for servers it never speaks to.
"""

import sys
from urllib.parse import urlsplit

from biblionet_reg.config import Settings

_DRIVERS = {"psycopg": {"postgresql"}, "redis": {"redis", "rediss"}}


def leave_out_unused(settings: Settings) -> None:
    """Have the drivers of this process pass for not installed where no setting names their server; to be called before Huey is imported."""
    schemes = {urlsplit(url).scheme.split("+")[0] for url in (settings.database_url, settings.queue_url)}
    for driver, its_schemes in _DRIVERS.items():
        if not its_schemes & schemes:
            sys.modules.setdefault(driver, None)  # type: ignore[arg-type]  # the documented mark of a module that is not to be had
