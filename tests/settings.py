"""The house's own settings, in an environment that is the same on every machine.

As in production (neither DEBUG nor DEMO), but for what a test has no use for: TLS,
an expensive password hash, and connections that outlive their thread.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path


if "VAR_DIR" not in os.environ:  # else: a process that a test started
    os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="inburgering-tests-")
    atexit.register(shutil.rmtree, os.environ["VAR_DIR"], ignore_errors=True)

os.environ.update(
    DEBUG="",
    DEMO="",
    SECRET_KEY="a key for tests alone, the same on every machine",
    ALLOWED_HOSTS="localhost,127.0.0.1,testserver",
    BSN_SLEUTELS="1:dGVzdHNsZXV0ZWwtdGVzdHNsZXV0ZWwtMDEyMzQ1Njc=",
    BSN_ZOEKSLEUTEL="em9la3NsZXV0ZWwtem9la3NsZXV0ZWwtMDEyMzQ1Njc=",
    LOGSLEUTEL="bG9nc2xldXRlbC0tLWxvZ3NsZXV0ZWwtMDEyMzQ1Njc=",
    LEVERINGSLEUTEL="bGV2ZXJpbmdzbGV1dGVsLWxldmVyaW5nc2xldXRlbC0=",
    AFRONDINGSLEUTEL="YWZyb25kaW5nc2xldXRlbC1hZnJvbmRpbmdzbGV1dA==",
)

from inburgering.settings import *  # noqa: F403, TID251 - this is the settings module of the tests


SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"]["BACKEND"] = (  # noqa: F405
    "django.contrib.staticfiles.storage.StaticFilesStorage"
)
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True  # else each client of each test first lists every file
STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405

default = DATABASES["default"]  # noqa: F405
if default["ENGINE"].endswith("sqlite3"):
    # A file and not memory: WAL, locks and threads as they are in use.
    default["TEST"] = {"NAME": Path(os.environ["VAR_DIR"]) / "test.sqlite3"}
    # What a power cut would cost is not tested here, and waiting for the disk is slow.
    default["OPTIONS"] = SQLITE_OPTIONS | {  # noqa: F405
        "init_command": SQLITE_OPTIONS["init_command"].replace("=FULL", "=OFF")  # noqa: F405
    }
else:
    default["CONN_MAX_AGE"] = 0
