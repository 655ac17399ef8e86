"""The content of the site, as the platform's first plugin."""

from django.utils.translation import gettext_lazy as _

from cms.plugins import Plugin

__all__ = ["PagesConfig"]


class PagesConfig(Plugin):
    name = "pages"
    verbose_name = _("Content")

    def ready(self) -> None:
        from pages import documents, protection  # they listen to models, loaded by now

        documents.connect()
        protection.connect()
