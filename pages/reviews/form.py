"""The part of a page's form that says who looks at it next, and when.

It asks models through the page only: the models know this form, and not the other way.
"""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.widgets import AdminDateInput
from wagtail.models import Page

from pages.people import name_of
from pages.reviews.people import people_for, place_below

__all__ = ["REVIEW_PANEL", "PersonField", "ReviewedPageForm"]

NAMES = {"review_person": "person", "review_due_on": "due_on"}


class RememberingPanel(FieldPanel):
    """Sends along what the field said when the form was opened."""

    class BoundPanel(FieldPanel.BoundPanel):
        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            if self.bound_field is not None:
                opened = self.bound_field.as_hidden(only_initial=True)
                context["rendered_field"] += opened
            return context


REVIEW_PANEL = MultiFieldPanel(
    [FieldRowPanel([RememberingPanel(name) for name in NAMES])], heading=_("Review")
)


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return name_of(obj)

    def offer(self, page: Page) -> Any:
        """Offer those who can look at a page. Returns who is asked now, if offered.

        Who is asked and may not edit the page any more is named to those who may.
        """
        self.queryset = people_for(page)
        review = getattr(page, "review", None)
        asked = review.person if review else None
        if asked is None or self.queryset.filter(pk=asked.pk).exists():
            return asked
        words = gettext(
            "%(person)s may no longer edit this page and gets no mail. Please choose "
            "somebody else."
        )
        self.help_text = words % {"person": name_of(asked)}
        return None


class ReviewedPageForm(WagtailAdminPageForm):
    """Has two fields that are no fields of the page and make no new version of it.

    ``review_changes`` on the page keeps what was changed in them for the hook that runs
    once the page has been saved. That is compared with what this form said when it was
    opened, and not with the database: a form that was open for long, or saves by
    itself, takes nothing back that somebody has decided since. Only pages that are
    looked at themselves have the fields.
    """

    review_person = PersonField(
        queryset=get_user_model().objects.none(),
        required=False,
        show_hidden_initial=True,
        label=_("Who looks"),
        empty_label=_("Nobody yet"),
        help_text=_("Gets a mail when the day has come."),
    )
    review_due_on = forms.DateField(
        required=False,
        show_hidden_initial=True,
        widget=AdminDateInput,
        label=_("Next look on"),
        help_text=_("Are names, dates and links still right? Not shown to visitors."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        page = self.instance
        if page.alias_of_id or not page.is_original:
            for name in NAMES:
                self.fields.pop(name, None)
        elif self.fields.keys() >= NAMES.keys():
            self.fill_review(page)

    def fill_review(self, page: Any) -> None:
        person: Any = self.fields["review_person"]
        is_new = page.pk is None and self.parent_page is not None
        place = place_below(self.parent_page, page) if is_new else page
        self.initial["review_person"] = person.offer(place)
        review = getattr(page, "review", None)
        self.initial["review_due_on"] = review.due_on if review else None

    @cached_property
    def all_changes(self) -> list[str]:
        return super().changed_data

    @property  # A cached one would be filled by the class above.
    def changed_data(self) -> list[str]:
        """What is another page than before: a planned look makes none."""
        return [name for name in self.all_changes if name not in NAMES]

    def save(self, *args: Any, **kwargs: Any) -> Any:
        self.instance.review_changes = {
            NAMES[name]: self.cleaned_data[name]
            for name in self.all_changes
            if name in NAMES
        }
        return super().save(*args, **kwargs)

    def get_field_updates_for_resave(self) -> list[tuple[str, str]]:
        """After a save in the background, the form is as if it was opened anew."""
        updates: list[tuple[str, str]] = super().get_field_updates_for_resave()
        fields = [self[name] for name in NAMES if name in self.fields]
        updates += [(one.html_initial_name, one.data or "") for one in fields]
        return updates
