"""All addresses of the site, one that fails, and the preview of each block."""

from django.conf.urls.i18n import i18n_patterns
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from wagtail.admin.views.generic.preview import StreamFieldBlockPreview

from cms.urls import urlpatterns as site
from tests.showcase import blocks

BLOCKS = blocks()


class BlockPreview(StreamFieldBlockPreview):
    """What the menu of blocks in the admin shows of one, at an address of its own.

    In the language of the address, and under the headers of the site.
    """

    @property
    def block_def(self):
        if self.kwargs["block"] not in BLOCKS:
            raise Http404
        return BLOCKS[self.kwargs["block"]]


def fail(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("Asked for by a test.")


urlpatterns = [
    *i18n_patterns(
        path("fault/", fail, name="fault"),
        path("block/<block>/", BlockPreview.as_view(), name="block"),
        prefix_default_language=False,
    ),
    *site,
]
