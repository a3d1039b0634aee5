"""The application for servers and for `flask --app wsgi …`."""

import os
import sys

from biblionet_reg.app import create_app
from biblionet_reg.config import SettingError

try:
    app = create_app(with_commands="FLASK_RUN_FROM_CLI" in os.environ)
except SettingError as error:
    sys.exit(f"biblionet: {error}")
