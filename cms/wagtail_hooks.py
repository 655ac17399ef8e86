"""Scripts for the forms of the whole admin."""

from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from wagtail import hooks

import cms.webhooks.hooks  # noqa: F401 (registers its hooks)

SCRIPTS = (
    "cms/js/date_input.js",
    "cms/js/front_end_preview.js",
    "cms/js/unsaved.js",
)


@hooks.register("insert_global_admin_js")
def scripts_of_forms() -> SafeString:
    return format_html_join(
        "", '<script src="{}"></script>', ((static(script),) for script in SCRIPTS)
    )
