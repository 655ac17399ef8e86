"""The search page: for now, words that stand in the title or text of a page."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Locale, Page

__all__ = ["search"]

RESULTS_PER_PAGE = 20
MAX_LENGTH = 200


def search(request: HttpRequest) -> HttpResponse:
    """Answer with the public pages of the active language that hold all the words."""
    query = request.GET.get("q", "").replace("\x00", "").strip()[:MAX_LENGTH]
    results = None
    # A quotation mark that is never closed is an error on SQLite.
    words = query.replace('"', " ").strip()
    if words:
        # Wagtail's search does not take the subquery of cms.visibility.
        pages = (
            Page.objects.live().public().filter(locale=Locale.get_active(), depth__gt=1)
        )
        found = pages.search(words, order_by_relevance=False)
        results = Paginator(found, RESULTS_PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "search/search.html", {"query": query, "results": results})
