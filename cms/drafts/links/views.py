"""What people without an account see at the address of a link, or do not see."""

from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from wagtail.documents import get_document_model

from cms.alternatives import home_pages
from cms.drafts.links.files import as_file, documents_of, files_through
from cms.drafts.links.finding import find_link, note_opening, pages_of
from cms.drafts.links.models import DraftLink
from cms.drafts.links.showing import ShownDraft, newest_draft, public_url

__all__ = ["show", "show_file"]


@require_safe
def show(request: HttpRequest, secret: str) -> HttpResponseBase:
    """Answer with the newest draft in the language of the address.

    A link that does not show this language leads to one that it shows.
    """
    link = find_link(secret)
    if link is None:
        return not_valid(request)
    versions = pages_of(link)
    if request.LANGUAGE_CODE not in versions:
        return secluded(redirect(link.path(next(iter(versions)))))
    if request.method == "GET":
        note_opening(link)
    version = versions[request.LANGUAGE_CODE]
    address = public_url(version, request)
    shown = ShownDraft(link, version, tuple(versions), address)
    return secluded(written(request, shown))


@require_safe
def show_file(request: HttpRequest, secret: str, pk: int) -> HttpResponseBase:
    """Answer with a document of the draft in the language of the address."""
    link = find_link(secret)
    response = link and file_of(link, request.LANGUAGE_CODE, pk)
    return secluded(response) if response else not_valid(request)


def file_of(link: DraftLink, language: str, pk: int) -> FileResponse | None:
    version = pages_of(link).get(language)
    if version is None or pk not in documents_of(newest_draft(version)):
        return None
    document = get_document_model().objects.filter(pk=pk).first()
    try:
        return as_file(document) if document else None
    except FileNotFoundError:
        return None


def written(request: Any, shown: ShownDraft) -> HttpResponse:
    """Write the draft with the template of its page."""
    request.draft, request.alternatives = shown, shown.alternatives
    draft = newest_draft(shown.version)
    with files_through(shown.link.secret, documents_of(draft)):
        response: Any = draft.serve(request)
        if hasattr(response, "render"):
            response.render()
    return response


def not_valid(request: Any) -> HttpResponse:
    """Say the same of what never was a link, has ended or was revoked.

    Nothing of the address is on the page, so the answers are equal to the byte. Nobody
    guesses 128 bits, so nobody is counted.
    """
    request.alternatives = home_pages()
    return secluded(render(request, "cms/drafts/not_valid.html", status=404))


def secluded(response: Any) -> Any:
    """Keep an answer out of caches and indexes, and its address out of other logs."""
    patch_cache_control(response, no_store=True, private=True)
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "no-referrer"
    return response
