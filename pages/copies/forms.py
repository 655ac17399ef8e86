"""Asks when the copy of a workshop takes place, where it stands, what it is called."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput, AdminPageChooser, SlugInput
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from pages.copies.copying import Plan, moved, next_number, slug_for, title_for

if TYPE_CHECKING:
    from pages.models import WorkshopPage

__all__ = ["CopyForm"]


class CopyForm(forms.Form):
    """The date comes first; everything else has a proposal."""

    first_day = forms.DateField(
        label=_("New date"),
        help_text=_(
            "The first day. All other dates move by as many days; times stay as they "
            "are."
        ),
        widget=AdminDateInput,
    )
    title = forms.CharField(label=_("New title"), max_length=255)
    number = forms.IntegerField(
        label=_("Number in the series"), required=False, min_value=1, max_value=32767
    )
    slug = forms.SlugField(
        label=_("New address"),
        required=False,
        max_length=255,
        allow_unicode=True,
        widget=SlugInput,
        help_text=_("The last part of the address. Left empty, it follows the title."),
    )
    parent = forms.ModelChoiceField(
        label=_("New parent page"), queryset=Page.objects.all()
    )

    def __init__(self, data: Any, workshop: "WorkshopPage", user: Any) -> None:
        self.workshop, self.user = workshop, user
        parent = workshop.get_parent()
        number = next_number(parent) if workshop.number is not None else None
        proposal = {
            "title": title_for(workshop, number),
            "number": number,
            "parent": parent,
        }
        super().__init__(data, initial=proposal)
        self.fields["parent"].widget = AdminPageChooser(
            target_models=type(workshop).allowed_parent_page_models(),
            user_perms="copy_to",
        )

    def clean_parent(self) -> Page:
        parent: Page = self.cleaned_data["parent"]
        tester = self.workshop.permissions_for_user(self.user)
        is_home_of_workshops = self.workshop.can_create_at(parent)
        if not (is_home_of_workshops and tester.can_copy_to(parent)):
            raise forms.ValidationError(self.refusal_of(parent))
        if parent.locale_id != self.workshop.locale_id:
            raise forms.ValidationError(
                _("Choose a page in the language of the workshop.")
            )
        return parent

    def refusal_of(self, parent: Page) -> str:
        """Name a page only to those whom the page explorer shows it."""
        seen = page_permission_policy.explorable_instances(self.user)
        if not seen.filter(pk=parent.pk).exists():
            self.data = {**self.data, "parent": ""}  # The chooser would show its title.
            return gettext("You cannot create a workshop below this page.")
        return gettext("You cannot create a workshop below “%(title)s”.") % {
            "title": parent.get_admin_display_title()
        }

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if first_day := cleaned.get("first_day"):
            try:
                moved(self.workshop, first_day)
            except OverflowError:
                self.add_error("first_day", _("That is beyond the calendar."))
        parent = cleaned.get("parent")
        if parent and cleaned.get("title"):
            self.clean_address(cleaned, parent)
        return cleaned

    def clean_address(self, cleaned: dict[str, Any], parent: Page) -> None:
        slug = cleaned.get("slug") or slug_for(cleaned["title"], parent)
        if parent.get_children().filter(slug=slug).exists():
            self.add_error(
                "slug",
                _("Another page below “%(title)s” has this address already.")
                % {"title": parent.get_admin_display_title()},
            )
        cleaned["slug"] = slug

    @property
    def plan(self) -> Plan:
        """What a valid form asks for."""
        names = ("parent", "first_day", "title", "slug", "number")
        return Plan(**{name: self.cleaned_data[name] for name in names})
