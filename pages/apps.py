"""The content of the site, as the platform's first plugin."""

from collections.abc import Mapping, Sequence

from django.core.checks import register
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from ninja import Router

from cms.plugins import Plugin

__all__ = ["PagesConfig"]


class PagesConfig(Plugin):
    name = "pages"
    verbose_name = _("Content")

    def urlpatterns(self) -> Sequence[URLPattern]:
        from pages.addresses import urlpatterns  # views need the models, loaded later

        return urlpatterns

    def endpoints(self) -> Mapping[str, Router]:
        from pages.delivery.drafts import drafts_router  # they need the models, too
        from pages.delivery.routers import pages_router
        from pages.delivery.site_routers import (
            contacts_router,
            documents_router,
            navigation_router,
            site_router,
            workshops_router,
        )

        return {
            "pages": pages_router,
            "workshops": workshops_router,
            "site": site_router,
            "navigation": navigation_router,
            "contacts": contacts_router,
            "documents": documents_router,
            "drafts": drafts_router,
        }

    def ready(self) -> None:
        # They listen to models, which are loaded by now.
        from cms.caches.turns import register_turn
        from pages import audit, protection, sizes
        from pages.acts import receivers as acts
        from pages.calendars import receivers as calendars
        from pages.delivery import core
        from pages.handouts.checks import check_pango
        from pages.pdf import checking
        from pages.quality import checks  # noqa: F401
        from pages.quality import receivers as quality
        from pages.reviews import planning
        from pages.short_links import keeping
        from pages.translation import reading, receivers
        from pages.turns import next_turn_of_workshops
        from pages.uploads import portraits

        register(check_pango, deploy=True)
        core.register()
        register_turn(next_turn_of_workshops)
        audit.connect()
        calendars.connect()
        checking.connect()
        keeping.connect()
        planning.connect()
        portraits.connect()
        protection.connect()
        quality.connect()
        reading.connect()
        receivers.connect()
        sizes.connect()
        acts.connect()  # after the translations have followed
