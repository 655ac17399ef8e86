"""Answers to requests that are refused: a sentence, in the frame of the admin."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

__all__ = ["guarded", "refuse"]

View = Callable[..., HttpResponse]


def refuse(request: HttpRequest, sentence: str, status: int = 403) -> HttpResponse:
    """Answer with a sentence, to scripts as JSON.

    Wagtail answers a PermissionDenied with a redirect and one sentence for all cases.
    """
    if request.method in {"PUT", "DELETE"} or not request.accepts("text/html"):
        return JsonResponse({"detail": sentence}, status=status)
    template = "pages/admin/refused.html"
    return TemplateResponse(request, template, {"sentence": sentence}, status=status)


def guarded(view: View, check: Callable[..., None]) -> View:
    """Return a view that is run only if the check lets the request pass.

    The check gets what the view gets, and refuses with PermissionDenied. What the view
    itself denies is answered in the same way.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            check(request, *args, **kwargs)
            return view(request, *args, **kwargs)
        except PermissionDenied as denied:
            return refuse(request, str(denied) or _("You do not have permission."))
        except ObjectDoesNotExist:
            return refuse(request, _("It does not exist any more."), status=404)

    return answer
