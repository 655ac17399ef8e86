"""The addresses of documents, which stay whatever becomes of the file behind them."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import patch_cache_control
from wagtail import hooks
from wagtail.documents import get_document_model
from wagtail.documents.views.serve import serve

__all__ = ["serve_newest"]


def serve_newest(
    request: HttpRequest, document_id: str, document_filename: str
) -> HttpResponseBase:
    """Answer with the newest file of a document, whatever name is asked for.

    Printed links and QR codes hold the name that the file had then. They are redirected
    to the present one (302: a file can get its old name back, and a permanent redirect,
    which browsers keep for good, would then lead in a circle). Who may not read the
    document is told neither of the two names.

    Caches have to ask each time whether a file is still the newest; if it is, the
    answer is 304.
    """
    document = get_object_or_404(get_document_model(), id=document_id)
    if document.filename == document_filename:
        response = serve(request, document_id, document_filename)
    else:
        response = refusal(document, request) or redirect(document.url)
    if not response.has_header("Cache-Control"):
        patch_cache_control(response, no_cache=True)
        if document.collection.get_view_restrictions():
            patch_cache_control(response, private=True)
    return response


def refusal(document: object, request: HttpRequest) -> HttpResponse | None:
    """Return the answer to somebody who may not read a document, None to others."""
    for answer in hooks.get_hooks("before_serve_document"):
        response = answer(document, request)
        if isinstance(response, HttpResponse):
            return response
    return None
