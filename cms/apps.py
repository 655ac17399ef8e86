"""The project as an app: its checks, base templates and site settings."""

from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _

__all__ = ["CmsConfig"]


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = _("Website")

    def ready(self) -> None:
        # They listen to models, which must be loaded first.
        from cms import last_change, publishing
        from cms.checks import check_plugins
        from cms.drafts import stored
        from cms.languages import show_missing_words_in_english
        from cms.outbox import writing
        from cms.redirecting import keeping
        from cms.webhooks import queueing

        show_missing_words_in_english()
        publishing.connect()
        last_change.connect()
        keeping.connect()
        writing.connect()
        queueing.connect()
        stored.connect()
        register(check_plugins)
