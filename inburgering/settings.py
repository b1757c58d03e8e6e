"""Settings: one file, everything from the environment.

With DEBUG and DEMO off the system refuses to start without its secrets. In demo mode
the secrets are made once and kept in ``var/``, which never leaves the machine.
"""

import base64
import os
import re
import secrets
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(os.environ.get("VAR_DIR", BASE_DIR / "var"))


def env(name: str, default: str = "") -> str:
    """Read a value, or the file that NAME_FILE points at (container secrets)."""
    if path := os.environ.get(f"{name}_FILE"):
        return Path(path).read_text(encoding="utf-8").strip()
    return os.environ.get(name, default)


def env_bool(name: str) -> bool:
    """Read a switch: 1, true, yes and on mean on."""
    return env(name).lower() in {"1", "true", "yes", "on"}


def env_secret(name: str) -> str:
    """Read a secret; make a lasting one in demo mode; else refuse to start."""
    if value := env(name):
        return value
    if not (DEBUG or DEMO):
        raise ImproperlyConfigured(
            f"{name} ontbreekt. Zet {name} of {name}_FILE; zonder start het niet."
        )
    VAR_DIR.mkdir(exist_ok=True, parents=True)
    path = VAR_DIR / f"{name.lower()}.geheim"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(base64.b64encode(secrets.token_bytes(32)).decode())
    return path.read_text(encoding="utf-8").strip()


def env_keys(name: str) -> dict[str, str]:
    """Read "id:base64,id:base64"; the first key encrypts, the others still decrypt."""
    text = env_secret(name)
    pairs = (
        (part.split(":", 1) for part in text.split(","))
        if ":" in text
        else [("1", text)]
    )
    return dict(pairs)


def origin(url: str) -> str:
    """Give scheme and host of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


DEBUG = env_bool("DEBUG")
DEMO = env_bool("DEMO")

# Core
SECRET_KEY = env_secret("SECRET_KEY")
ALLOWED_HOSTS = [h for h in env("ALLOWED_HOSTS", "localhost,127.0.0.1").split(",") if h]
CSRF_TRUSTED_ORIGINS = [h for h in env("CSRF_TRUSTED_ORIGINS").split(",") if h]
ROOT_URLCONF = "inburgering.urls"
WSGI_APPLICATION = "inburgering.wsgi.application"
VERSIE = re.findall(r"(?m)^## (\S+)", (BASE_DIR / "CHANGELOG.md").read_text())[0]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = [
    "inburgering",
    "monitoring",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "simple_history",
    "django_htmx",
    "csp",
    "rest_framework",
    "drf_spectacular",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "inburgering.middleware.VeiligeKoppen",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "inburgering.middleware.Werkplek",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "inburgering.views.kader.kader",
            ],
            "builtins": ["inburgering.templatetags.opmaak"],
        },
    }
]
FORM_RENDERER = "inburgering.forms.weergave.Formulierweergave"

# Database
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
    ),
}


def database(url: str) -> dict[str, object]:
    """Turn sqlite:///path or postgres://user:password@host:port/name into settings."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path.removeprefix("/")) or ":memory:",
            "OPTIONS": SQLITE_OPTIONS,
        }
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("DATABASE_URL begint met sqlite: of postgres:.")
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.removeprefix("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", None) or unquote(parts.hostname or ""),
        "PORT": parts.port or "",
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            # Every page asks the same questions: PostgreSQL plans them once.
            "server_side_binding": True,
            "prepare_threshold": 5,
            # Five seconds is longer than any page needs; a lock waits two.
            **(
                {}
                if env_bool("ZONDER_TIJDSLIMIET")
                else {"options": "-c statement_timeout=5000 -c lock_timeout=2000"}
            ),
            **query,
        },
    }


DATABASES = {
    "default": database(env("DATABASE_URL", f"sqlite:///{VAR_DIR / 'inburgering.db'}"))
}

# Signing in
AUTH_USER_MODEL = "inburgering.Gebruiker"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False  # a shared desk forgets who sat there
ACCOUNT_ADAPTER = "inburgering.views.aanmelden.Aanmeldregels"
SOCIALACCOUNT_ADAPTER = "inburgering.views.aanmelden.Koppelregels"
SOCIALACCOUNT_ONLY = False
# The municipality's own identity provider (OpenID Connect) comes first where it is set;
# it vouches for the address, and only signs in people whom the manager already added.
OIDC_SERVER_URL = env("OIDC_SERVER_URL")
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "gemeente",
                "name": env("OIDC_NAAM", "uw gemeente"),
                "client_id": env_secret("OIDC_CLIENT_ID"),
                "secret": env_secret("OIDC_CLIENT_SECRET"),
                "settings": {"server_url": OIDC_SERVER_URL},
                "VERIFIED_EMAIL": True,
            }
        ]
        if OIDC_SERVER_URL
        else [],
    }
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Inburgering"
MFA_ADAPTER = "inburgering.views.aanmelden.Tweedestapregels"
ACCOUNT_FORMS = {
    "login": "inburgering.forms.aanmelden.Aanmelden",
    "reset_password": "inburgering.forms.aanmelden.WachtwoordVergeten",
    "reset_password_from_key": "inburgering.forms.aanmelden.NieuwWachtwoord",
    "change_password": "inburgering.forms.aanmelden.WachtwoordWijzigen",
    "set_password": "inburgering.forms.aanmelden.WachtwoordZetten",
    "reauthenticate": "inburgering.forms.aanmelden.NogEens",
}
MFA_FORMS = {
    "authenticate": "inburgering.forms.aanmelden.TweedeStap",
    "reauthenticate": "inburgering.forms.aanmelden.CodeNogEens",
    "activate_totp": "inburgering.forms.aanmelden.AppKoppelen",
    "add_webauthn": "inburgering.forms.aanmelden.PasskeyToevoegen",
    "edit_webauthn": "inburgering.forms.aanmelden.PasskeyHernoemen",
}
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG or DEMO
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_IDLE_SECONDS = 30 * 60

# Keys for personal data, outside the database
BSN_SLEUTELS = env_keys("BSN_SLEUTELS")
BSN_ZOEKSLEUTEL = env_secret("BSN_ZOEKSLEUTEL")
LOGSLEUTEL = env_secret("LOGSLEUTEL")
LEVERINGSLEUTEL = env_secret("LEVERINGSLEUTEL")
AFRONDINGSLEUTEL = env_secret("AFRONDINGSLEUTEL")

# Language and time
LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

# Static files
STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if not (DEBUG or DEMO)
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG or DEMO
MEDIA_ROOT = VAR_DIR / "documenten"

# What comes in. A body of text is read whole, so it is bounded: 1 MB of text takes three
# as a form sends it, and is then told at its field that it is too long.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 5
FILE_UPLOAD_HANDLERS = [
    "inburgering.bestanden.upload.Begrensd",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DOCUMENT_MB = min(int(env("DOCUMENT_MB", "10")), 16)
# A function that looks for viruses, by its dotted name; without one nobody looks.
DOCUMENT_SCANNER = env("DOCUMENT_SCANNER")
CLAMD_ADRES = env("CLAMD_ADRES", "localhost:3310")
CLAMD_SECONDEN = float(env("CLAMD_SECONDEN", "20"))

# Security
SILENCED_SYSTEM_CHECKS: list[str] = []
SECURE_CONTENT_TYPE_NOSNIFF = True
# Not "no-referrer": the browser then sends "Origin: null" and every form is refused.
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if not (DEBUG or DEMO):
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_REDIRECT_EXEMPT = [r"^gezond/"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "font-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        # A browser also holds the redirect after a form against this list.
        "form-action": [
            "'self'",
            *([origin(OIDC_SERVER_URL)] if OIDC_SERVER_URL else []),
        ],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}

# Background work: the outbox row is the truth, Celery only wakes up
REDIS_URL = env("REDIS_URL")
# How long a worker may hold a job: longer than the hard time limit of a task
OUTBOX_HUUR = timedelta(minutes=6)
UITVOERDERS = {
    "pip_brief": "inburgering.beschikkingen.pip_brief",
    "herberekening": "inburgering.actions.herberekening.deel",
    "historie": "inburgering.actions.herberekening.historie",
    "feiten_bijwerken": "monitoring.extract.bijwerken",
    "feiten_losmaken": "monitoring.extract.losmaken",
    "feiten_samenvoegen": "monitoring.extract.samenvoegen",
    "levering_maken": "monitoring.levering.maken",
}
CELERY_BROKER_URL = REDIS_URL or None
# A web process does not wait for a broker that is away; the sweep comes by anyway.
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "socket_connect_timeout": 1,
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0,
}
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_SOFT_TIME_LIMIT = 240
CELERY_TASK_TIME_LIMIT = 300
CELERY_TASK_IGNORE_RESULT = True
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE = {
    # A sweep that nobody came for in time is not needed any more: the next one is.
    "sweep": {
        "task": "inburgering.tasks.vegen",
        "schedule": 30.0,
        "options": {"expires": 25},
    },
    "nacht": {"task": "inburgering.tasks.nachtelijk", "schedule": 3600.0},
}

# API
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "rest_framework.authentication.SessionAuthentication"
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["inburgering.api.lezen.Lezer"],
    "DEFAULT_SCHEMA_CLASS": "inburgering.api.schema.Schema",
    "EXCEPTION_HANDLER": "inburgering.api.problemen.probleem",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Inburgering API",
    "DESCRIPTION": (
        "Elke handeling van het zaaksysteem, met dezelfde regels. Documenten gaan niet "
        "door de API: een bestand voegt u toe in het dossier zelf."
    ),
    "VERSION": "1.0.0",
    "CONTACT": {
        "name": "Team Inburgering",
        "email": env("API_CONTACT_EMAIL", "inburgering@gemeente.example"),
        "url": env("API_CONTACT_URL", "https://gemeente.example/inburgering"),
    },
    "SERVERS": [{"url": env("API_SERVER", "https://localhost/api/v1")}],
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SCHEMA_PATH_PREFIX_TRIM": True,
    "POSTPROCESSING_HOOKS": ["inburgering.api.schema.vul_aan"],
}

# Logs: never a name or BSN; the case number is enough to find it
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "kort": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}
    },
    "handlers": {"scherm": {"class": "logging.StreamHandler", "formatter": "kort"}},
    "root": {"handlers": ["scherm"], "level": env("LOG_LEVEL", "INFO")},
}

# The country is the same for everybody; the town's own theme is a file beside ours
GEMEENTE_THEMA = env("GEMEENTE_THEMA")
