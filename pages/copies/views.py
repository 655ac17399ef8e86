"""The view behind "copy to a new date": first shows what will be, then creates it."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.actions.copy_page import CopyPagePermissionError

from pages.copies.copying import copy_workshop, moved, newest
from pages.copies.forms import CopyForm
from pages.copies.moves import moves
from pages.models import WorkshopPage

if TYPE_CHECKING:
    from pages.copies.moves import Move

__all__ = ["copy_view", "may_copy"]


def may_copy(request: HttpRequest, page_id: int) -> None:
    """Raise PermissionDenied, with a sentence, if there is nothing to copy for them."""
    workshop = get_object_or_404(WorkshopPage, pk=page_id)
    if not workshop.permissions_for_user(request.user).can_copy():
        raise PermissionDenied(_("You do not have permission to copy this page."))
    if not workshop.is_original:
        raise PermissionDenied(
            _(
                "This is a translation. Copy its original; the copy is translated "
                "from there."
            )
        )
    if workshop.alias_of_id:
        raise PermissionDenied(
            _(
                "This page is an alias: it shows what another page says. Do this on "
                "that page."
            )
        )
    if not newest(workshop).starts_at:
        raise PermissionDenied(
            _("“%(title)s” has no date yet, from which the others could be moved.")
            % {"title": workshop.get_admin_display_title()}
        )


def copy_view(request: HttpRequest, page_id: int) -> HttpResponse:
    workshop = WorkshopPage.objects.get(pk=page_id)
    source = newest(workshop)
    form = CopyForm(request.POST or None, workshop=source, user=request.user)
    rows: list[Move] = []
    if form.is_valid():
        if wants_it(request, form) and (answer := created(request, workshop, form)):
            return answer
        rows = moves(source, moved(workshop, form.cleaned_data["first_day"]))
    context = {
        "page": workshop,
        "form": form,
        "moves": rows,
        "start": source.local_start,
        "plan": form.plan if rows else None,
    }
    return TemplateResponse(request, "pages/admin/copy_workshop.html", context)


def wants_it(request: HttpRequest, form: CopyForm) -> bool:
    """Whether the person has seen the dates that this form leads to."""
    shown = request.POST.get("shown")
    return "create" in request.POST and shown == str(form.cleaned_data["first_day"])


def created(
    request: HttpRequest, workshop: WorkshopPage, form: CopyForm
) -> HttpResponse | None:
    """Create the copy; None, with a message, if somebody was quicker."""
    try:
        copy: Any = copy_workshop(workshop, form.plan, request)
    except CopyPagePermissionError as denied:
        raise PermissionDenied(str(denied)) from denied
    except ValidationError as error:  # The same form was sent twice at once.
        messages.error(request, " ".join(error.messages))
        return None
    messages.success(
        request,
        _(
            "“%(title)s” was created as a draft. Please check texts that name the old "
            "date, then publish it."
        )
        % {"title": copy.title},
    )
    return redirect("wagtailadmin_pages:edit", copy.pk)
