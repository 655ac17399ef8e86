"""The views behind "cancel, postpone, hold online …", and behind "undo"."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import get_text_list
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.actions.publish_revision import PublishPermissionError
from wagtail.admin import messages
from wagtail.models import PageLogEntry

from pages.acts.acting import draft_in_the_way, perform, submit
from pages.acts.forms import ActForm, DateForm
from pages.acts.kinds import Act, Kind, Words, change
from pages.acts.publishing import waiting_draft
from pages.acts.refusals import RefusedError, lock_on, refusal, refusal_of_undo
from pages.acts.undoing import undo, undoable
from pages.copies.moves import moves
from pages.models import WorkshopPage
from pages.translation.privacy import translations_of

__all__ = ["act_view", "choice_view", "may_act", "may_undo", "undo_view"]

FAILURES = (RefusedError, PublishPermissionError)


def may_act(request: HttpRequest, page_id: int, kind: str | None = None) -> None:
    """Raise PermissionDenied, with a sentence, if a person may not act on a page."""
    workshop = get_object_or_404(WorkshopPage, pk=page_id)
    if not workshop.permissions_for_user(request.user).can_edit():
        raise PermissionDenied(_("You do not have permission to change this page."))
    if not workshop.is_original:
        raise PermissionDenied(
            _("This is a translation. Do this on its original; it follows at once.")
        )
    if kind is not None and kind not in Kind.values:
        raise Http404
    known = Kind(kind) if kind else None
    if sentence := refusal(workshop, known) or lock_on(workshop, request.user):
        raise PermissionDenied(sentence)


def may_undo(request: HttpRequest, page_id: int) -> None:
    workshop = get_object_or_404(WorkshopPage, pk=page_id)
    if not workshop.permissions_for_user(request.user).can_publish():
        raise PermissionDenied(_("You do not have permission to publish this page."))
    if sentence := refusal_of_undo(workshop) or lock_on(workshop, request.user):
        raise PermissionDenied(sentence)


def choice_view(request: HttpRequest, page_id: int) -> HttpResponse:
    """Offer the acts that make sense for a workshop now."""
    workshop = WorkshopPage.objects.get(pk=page_id)
    context = {
        "page": workshop,
        "kinds": [kind for kind in Kind if not refusal(workshop, kind)],
        "entry": undoable(workshop),
    }
    return TemplateResponse(request, "pages/admin/acts.html", context)


def act_view(request: HttpRequest, page_id: int, kind: str) -> HttpResponse:
    """Ask what the act needs, then do it. To postpone begins with the date."""
    workshop, known = WorkshopPage.objects.get(pk=page_id), Kind(kind)
    first_day = None
    if known == Kind.POSTPONE:
        form = DateForm(
            request.GET if "next" in request.GET else None, workshop=workshop
        )
        if not form.is_valid():
            return shown(request, workshop, known, {"form": form})
        first_day = form.cleaned_data["first_day"]
    act_form = ActForm(
        request.POST or None,
        workshop=workshop,
        kind=known,
        user=request.user,
        first_day=first_day,
    )
    if act_form.is_valid():
        answer = done(request, workshop, act_form.act)
        if answer:
            return answer
    rows = moved_rows(workshop, first_day) if first_day else []
    return shown(request, workshop, known, {"act_form": act_form, "moves": rows})


def shown(
    request: HttpRequest, workshop: WorkshopPage, kind: Kind, context: dict[str, Any]
) -> HttpResponse:
    tester = workshop.permissions_for_user(request.user)
    publishes = tester.can_publish()
    has_draft = waiting_draft(workshop) is not None
    own = {
        "page": workshop,
        "kind": kind,
        "publishes": publishes,
        "has_draft": has_draft,
        "hindrance": draft_in_the_way() if has_draft and not publishes else "",
        "is_translated": is_translated(workshop),
    }
    template = "pages/admin/act.html"
    return TemplateResponse(request, template, {**own, **context})


def moved_rows(workshop: WorkshopPage, first_day: Any) -> list[Any]:
    moved = WorkshopPage.objects.get(pk=workshop.pk)
    act = Act(Kind.POSTPONE, moved.translation_key, Words(), first_day=first_day)
    change(moved, act, act.days(moved))
    return moves(workshop, moved)


def done(request: HttpRequest, workshop: WorkshopPage, act: Act) -> HttpResponse | None:
    """Do an act and return to the page; None, with a message, if that is refused."""
    publishes = workshop.permissions_for_user(request.user).can_publish()
    try:
        entry = (perform if publishes else submit)(workshop.pk, act, request.user)
    except OverflowError:
        messages.error(
            request,
            _(
                "A date in the draft would lie beyond the calendar. Nothing was "
                "changed; please correct the draft first."
            ),
        )
        return None
    except FAILURES as error:
        messages.error(request, str(error))
        return None
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return None
    if publishes:
        tell_published(request, workshop)
        warn_of_untold(request, entry)
    else:
        messages.success(
            request,
            _("Submitted for approval. It becomes public when a moderator approves it.")
            if workshop.get_workflow()
            else _("Saved as a draft. Somebody who may publish has to publish it."),
        )
    return redirect("wagtailadmin_pages:edit", workshop.pk)


def tell_published(request: HttpRequest, workshop: WorkshopPage) -> None:
    page = WorkshopPage.objects.get(pk=workshop.pk)
    sentence = (
        _("Published: “%(title)s” is now “%(status)s”, in all languages.")
        if is_translated(page)
        else _("Published: “%(title)s” is now “%(status)s”.")
    )
    messages.success(
        request,
        sentence % {"title": page.title, "status": page.get_status_display()},
        buttons=[
            messages.button(page.url, _("View live")),
            messages.button(reverse("undo_act", args=[page.pk]), _("Undo this act")),
        ],
    )


def is_translated(workshop: WorkshopPage) -> bool:
    """Whether visitors can read it in another language, too."""
    return bool(translations_of(workshop).live().exists())


def warn_of_untold(request: HttpRequest, entry: PageLogEntry) -> None:
    if untold := entry.data["untold"]:
        names = [get_language_info(code)["name_translated"] for code in untold]
        messages.warning(
            request,
            _(
                "What visitors read in these languages could not be changed: "
                "%(languages)s. Please correct these translations yourself."
            )
            % {"languages": get_text_list(names, _("and"))},
        )


def undo_view(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask whether to take the last act back, then do it."""
    workshop = WorkshopPage.objects.get(pk=page_id)
    if request.method != "POST":
        context = {"page": workshop, "entry": undoable(workshop)}
        return TemplateResponse(request, "pages/admin/undo_act.html", context)
    try:
        entry = undo(page_id, request.user)
    except FAILURES as error:
        messages.error(request, str(error))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(
            request, _("Undone: visitors read again what they read before.")
        )
        warn_of_untold(request, entry)
    return redirect("wagtailadmin_pages:edit", page_id)
