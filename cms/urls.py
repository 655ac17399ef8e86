"""All addresses: the fixed ones, then the plugins' and the pages' per language."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import URLPattern, URLResolver, include, path, re_path
from health_check.views import HealthCheckView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms.api.addresses import addresses as api_addresses
from cms.documents import serve_newest
from cms.drafts.links.urls import urlpatterns as draft_addresses
from cms.plugins import plugins
from cms.robots import robots_txt, security_txt
from cms.sitemap import sitemap

HEALTH_CHECKS = (
    "health_check.Database",
    "health_check.Cache",
    "health_check.Storage",
)


def plugin_addresses() -> list[URLPattern | URLResolver]:
    """Return the plugins' addresses, leaving out what cms.E005 complains of."""
    offered = (pattern for plugin in plugins() for pattern in plugin.urlpatterns())
    return [found for found in offered if hasattr(found, "resolve")]


urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    # In front of Wagtail's own, which knows a file by its newest name only.
    re_path(r"^documents/(\d+)/(.*)$", serve_newest, name="wagtaildocs_serve"),
    path("documents/", include(wagtaildocs_urls)),
    path("api/", include(api_addresses())),
    path("robots.txt", robots_txt, name="robots_txt"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap, name="sitemap_part"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path("health/", HealthCheckView.as_view(checks=HEALTH_CHECKS)),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    *i18n_patterns(
        *draft_addresses,
        *plugin_addresses(),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]
