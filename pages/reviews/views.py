"""Notes that somebody has looked at a page, and sets the next date, in one step."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateInput
from wagtail.models import Page

from pages.models.review import PageReview
from pages.reviews.dates import next_look
from pages.reviews.form import PersonField
from pages.reviews.planning import Plan, may_review, note_review

__all__ = ["ReviewView"]


class ReviewForm(forms.Form):
    due_on = forms.DateField(
        label=_("Next look on"),
        required=False,
        widget=AdminDateInput,
        help_text=_("Leave it empty if nobody has to look again."),
    )
    person = PersonField(
        queryset=get_user_model().objects.none(),
        label=_("Who looks then"),
        required=False,
        empty_label=_("Nobody yet"),
    )

    def __init__(self, *args: Any, page: Page, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person: Any = self.fields["person"]
        if asked := person.offer(page):
            self.initial["person"] = asked.pk

    def clean_due_on(self) -> Any:
        due_on = self.cleaned_data["due_on"]
        if due_on and due_on <= timezone.localdate():
            raise forms.ValidationError(
                gettext("The next look has to be later than today.")
            )
        return due_on


class ReviewView(WagtailAdminTemplateMixin, FormView):
    page_title = _("Reviewed")
    header_icon = "check"
    template_name = "pages/admin/review.html"
    form_class = ReviewForm

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        self.page: Any = get_object_or_404(Page, pk=kwargs["pk"]).specific
        if not may_review(self.page, request.user):
            raise PermissionDenied
        self.review = PageReview.objects.filter(page=self.page).first()
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_page_subtitle(self) -> str:
        title: str = self.page.get_admin_display_title()
        return title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        form = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [
            *self.breadcrumbs_items,
            {"url": form, "label": self.get_page_subtitle()},
            {"url": "", "label": self.page_title},
        ]

    def get_initial(self) -> dict[str, Any]:
        due_on = next_look(timezone.localdate())
        return {"due_on": due_on, "person": self.request.user.pk}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "page": self.page}

    def form_valid(self, form: Any) -> HttpResponse:
        wanted = Plan(form.cleaned_data["person"], form.cleaned_data["due_on"])
        note_review(self.page, wanted, self.request.user)
        messages.success(self.request, self.sentence(wanted))
        return redirect(self.next_url)

    def sentence(self, wanted: Plan) -> str:
        title = self.page.get_admin_display_title()
        if wanted.due_on is None:
            words = gettext("“%(title)s” has been reviewed. No next look is planned.")
            return words % {"title": title}
        words = gettext("“%(title)s” has been reviewed. The next look is on %(day)s.")
        return words % {"title": title, "day": date_format(wanted.due_on)}

    @property
    def next_url(self) -> str:
        place = get_valid_next_url_from_request(self.request)
        return place or reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {
            **context,
            "page": self.page,
            "review": self.review,
            "next_url": self.next_url,
            "media": context["form"].media,
        }
