"""What is so in every environment. The others say only what differs."""

from cms.plugins import installed_plugins
from cms.settings.environment import (
    BASE_DIR,
    env,
    read_choice,
    read_languages,
    read_switch,
    read_time_zone,
    read_whole_number,
    required,
)
from cms.settings.machine_translation import read_machine_translation
from cms.settings.programs import *  # noqa: F403 (settings are layered this way)
from cms.settings.uploads import read_contact, read_document_types, read_limit

# The site. Each is a plugin like any other; cms only names them here.
CORE_PLUGINS = ["home", "search", "pages"]
INSTALLED_APPS = [
    *CORE_PLUGINS,
    *installed_plugins(),
    "cms",
    # Wagtail
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "health_check",
    "django_tasks",
    "django_tasks_db",
    # Django
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "cms.headers.NotForSearchEngines",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "cms.headers.ContentSecurityPolicies",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "cms.caches.answers.SharedAnswers",
    "cms.api.rules.DeliveryRules",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cms.languages.PathLocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cms.fallback.OriginalInstead",
    "cms.redirecting.middleware.LiveRedirects",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "cms.context_processors.site",
                "pages.context_processors.menus",
            ],
        },
    },
]

# --- Where data lives -------------------------------------------------------

DATA_DIR = BASE_DIR / env("DATA_DIR", default="var")
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STATICFILES_FINDERS = [
    "cms.styles.finder.StylesheetFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Languages: the path decides, nothing else ------------------------------

LANGUAGE_CODE = "de"
# With a language more, `manage.py translate_subtree` begins its pages.
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = read_languages(
    "CONTENT_LANGUAGES", source=LANGUAGE_CODE, default="de,en"
)
# Ours come first, then what we say in place of Wagtail's own German.
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "wagtail"]
TIME_ZONE = read_time_zone("TIME_ZONE", default="Europe/Berlin")
USE_I18N = WAGTAIL_I18N_ENABLED = True
USE_TZ = True

WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True
# Off unless MACHINE_TRANSLATION names a service: texts leave the house.
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = read_machine_translation(LANGUAGE_CODE)

# --- People -----------------------------------------------------------------

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Whether translators publish by themselves, or submit to the moderators. create_roles
# grants the permission, or takes it back.
TRANSLATORS_PUBLISH = read_switch("TRANSLATORS_PUBLISH", default=True)

# --- Background tasks -------------------------------------------------------

TASK_BACKENDS = {
    "immediate": "django_tasks.backends.immediate.ImmediateBackend",
    "database": "django_tasks_db.DatabaseBackend",
    # Needs the optional package django-tasks-rq.
    "redis": "django_tasks_rq.RQBackend",
}
BACKGROUND = read_choice("TASKS", tuple(TASK_BACKENDS), default="database")
TASKS = {
    # Wagtail notes at once what is used where: deleting depends on it.
    "default": {"BACKEND": TASK_BACKENDS["immediate"]},
    # For these nobody waits; they stand in the database until a worker takes them.
    "background": {"BACKEND": TASK_BACKENDS[BACKGROUND]},
}

if BACKGROUND == "redis":
    INSTALLED_APPS += ["django_rq"]
    RQ_QUEUES = {
        "default": {"URL": required("TASKS_REDIS_URL", "redis://127.0.0.1:6379/1")}
    }

# --- Headers ----------------------------------------------------------------

SELF = "'self'"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        # Named for itself, because cms.headers adds a theme's hash to it.
        "style-src": [SELF],
        # KERN's icons are data: pictures inside its stylesheet.
        "img-src": [SELF, "data:"],
        "object-src": ["'none'"],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
}
# Wagtail's admin has inline scripts and styles (wagtail#1288).
ADMIN_CONTENT_SECURITY_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, "'unsafe-inline'"],
    "style-src": [SELF, "'unsafe-inline'"],
    "img-src": [SELF, "data:", "blob:"],
    "object-src": ["'none'"],
    "frame-ancestors": [SELF],
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    "camera": [],
    "geolocation": [],
    "microphone": [],
}
# The editor shows the page in a frame of its own site.
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"

# --- Files ------------------------------------------------------------------

WAGTAILDOCS_DOCUMENT_MODEL = "pages.SiteDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "pages.uploads.forms.DocumentForm"
WAGTAILDOCS_EXTENSIONS = read_document_types(
    "DOCUMENT_TYPES", default="pdf,docx,odt,xlsx,ods,pptx,odp,zip"
)
WAGTAILDOCS_MAX_UPLOAD_SIZE = read_limit("DOCUMENT_MAX_MB", default=50)
WAGTAILIMAGES_IMAGE_MODEL = "pages.SiteImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "pages.uploads.forms.ImageForm"
# No SVG: it can hold programs.
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = read_limit("IMAGE_MAX_MB", default=20)
WAGTAILIMAGES_MAX_IMAGE_PIXELS = read_limit("IMAGE_MAX_MEGAPIXELS", default=60)
# What is larger than both is not even kept until a form refuses it.
LARGEST_UPLOAD = max(WAGTAILDOCS_MAX_UPLOAD_SIZE, WAGTAILIMAGES_MAX_UPLOAD_SIZE)
FILE_UPLOAD_HANDLERS = [
    "cms.uploads.LargestUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# Whether visitors read at each file how accessible it is, and whom to ask if it is not.
DOCUMENT_NOTES = read_switch("DOCUMENT_NOTES", default=False)
OTHER_FORMAT_CONTACT = read_contact(
    "OTHER_FORMAT_CONTACT", needed_by="DOCUMENT_NOTES" if DOCUMENT_NOTES else ""
)

# --- Wagtail ----------------------------------------------------------------

WAGTAIL_SITE_NAME = "Werkstatt"
# Forms show days as people here write them. What is shown has to be read again, in each
# language of the admin: German formats do, English ones stand in cms.formats.
WAGTAILADMIN_PERMITTED_LANGUAGES = [("de", "Deutsch"), ("en", "English")]
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
FORMAT_MODULE_PATH = "cms.formats"
# The model of the site's root page; page types below it name it as their parent.
HOME_PAGE_MODEL = "home.HomePage"
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database"},
}
# The class that answers visitors in place of the one for the database; "" for that one.
SEARCH_BACKEND = env("SEARCH_BACKEND", default="")
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# cms.redirecting does it, and says why.
WAGTAILREDIRECTS_AUTO_CREATE = False
# In milliseconds: a form saves its draft when its editor has paused for so long, which
# takes a third of a second of work for a long programme; and how often it asks who else
# is at the same page.
WAGTAIL_AUTOSAVE_INTERVAL = 2_000
WAGTAIL_EDITING_SESSION_PING_INTERVAL = 10_000
# After how many months somebody looks at a page again; 0 gives it no date by itself.
REVIEW_INTERVAL_MONTHS = read_whole_number("REVIEW_INTERVAL_MONTHS", default=12)
# After how many days a link to another website is asked for again.
LINK_CHECK_DAYS = read_whole_number("LINK_CHECK_DAYS", default=14)
# How often one address may search in a minute; 0 is as often as it likes. And for how
# many months before the running one it is kept what was searched.
SEARCHES_PER_MINUTE = read_whole_number("SEARCHES_PER_MINUTE", default=60)
SEARCHES_KEPT_MONTHS = read_whole_number("SEARCHES_KEPT_MONTHS", default=24)
# How many proxies of ours write into X-Forwarded-For from where they were asked.
PROXY_COUNT = 0
# A programme with 300 entries has thousands of form fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
