"""What programs are told, how long they may keep it, and who tells them of changes."""

from cms.settings.environment import read_addresses, read_switch, read_whole_number
from cms.settings.machines import read_expiry, read_origins, read_security_contact

# --- What programs ask for -------------------------------------------------

# Whether search engines may list the site: not one that is only for trying out.
SEARCH_ENGINES = read_switch("SEARCH_ENGINES", default=True)
# How many addresses a sitemap holds; the protocol allows no more.
SITEMAP_LIMIT = 50_000
# Whom to tell of a weakness, in /.well-known/security.txt, and how long that is true.
SECURITY_CONTACT = read_security_contact("SECURITY_CONTACT")
SECURITY_TXT_EXPIRES = read_expiry(
    "SECURITY_TXT_EXPIRES", needed_by="SECURITY_CONTACT" if SECURITY_CONTACT else ""
)

# --- The delivery API -------------------------------------------------------

# Which other sites may read it from a browser: all, as whoever runs a program can.
API_ORIGINS = read_origins("API_ORIGINS", default="*")
# For how many seconds browsers may keep an answer.
API_MAX_AGE = read_whole_number("API_MAX_AGE", default=60)
# For how many seconds a separate front end may read what an editor has not saved yet.
DRAFT_PREVIEW_AGE = read_whole_number("DRAFT_PREVIEW_AGE", default=3600)
# How long, in seconds, a webhook's receiver may take to answer; and whether webhooks
# may lead into an internal network, for development.
WEBHOOK_TIMEOUT = read_whole_number("WEBHOOK_TIMEOUT", default=15)
WEBHOOKS_INTERNAL = read_switch("WEBHOOKS_INTERNAL", default=False)
# For how many days the change feed and the log of webhooks go back.
CHANGES_KEPT_DAYS = read_whole_number("CHANGES_KEPT_DAYS", default=30)

# --- Shared caches ----------------------------------------------------------

# Where those in front of the site take orders to forget what is not true any more.
SHARED_CACHES = read_addresses("SHARED_CACHES", "http://127.0.0.1:6082")
# For how many seconds shared caches may keep an answer of the API, and a page; 0 for
# pages that say nothing of it. What is purged may be kept for a day.
API_SHARED_MAX_AGE = read_whole_number(
    "API_SHARED_MAX_AGE", default=86_400 if SHARED_CACHES else 60
)
PAGE_SHARED_MAX_AGE = read_whole_number(
    "PAGE_SHARED_MAX_AGE", default=86_400 if SHARED_CACHES else 0
)
