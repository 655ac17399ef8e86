"""Asks what an act needs: a date or an address, and its words in each language."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from django import forms
from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from pages.acts.kinds import Act, Kind, Words, change
from pages.acts.wording import proposal
from pages.models import ChangeNote, WorkshopPage
from pages.translation.permissions import locales_of
from pages.translation.privacy import translations_of

__all__ = ["ActForm", "DateForm"]

NOTE_LENGTH = WorkshopPage._meta.get_field("status_note").max_length
ADDRESS_LENGTH = WorkshopPage._meta.get_field("online_url").max_length
CHANGE_LENGTH = ChangeNote._meta.get_field("text").max_length


class DateForm(forms.Form):
    """Asks to which date a workshop is postponed, if that is known."""

    first_day = forms.DateField(
        label=_("New date"),
        required=False,
        widget=AdminDateInput,
        help_text=_(
            "The first day. All other dates move by as many days; times stay as they "
            "are. Leave it empty if the new date is not known yet."
        ),
    )

    def __init__(self, *args: Any, workshop: WorkshopPage, **kwargs: Any) -> None:
        self.workshop = workshop
        super().__init__(*args, **kwargs)

    def clean_first_day(self) -> Any:
        first_day = self.cleaned_data["first_day"]
        start = self.workshop.local_start
        if first_day and start and first_day == start.date():
            raise forms.ValidationError(_("That is the date it has now."))
        act = Act(Kind.POSTPONE, uuid4(), Words(), first_day=first_day)
        try:
            moved = WorkshopPage.objects.get(pk=self.workshop.pk)
            change(moved, act, act.days(moved))
        except OverflowError:
            raise forms.ValidationError(_("That is beyond the calendar.")) from None
        if first_day and moved.is_past:
            raise forms.ValidationError(_("That date is over."))
        return first_day


class ActForm(forms.Form):
    """Two texts in each language the person works on, proposed in its own words."""

    def __init__(
        self,
        *args: Any,
        workshop: WorkshopPage,
        kind: Kind,
        user: Any,
        first_day: Any = None,
    ) -> None:
        super().__init__(*args)
        self.workshop, self.kind, self.first_day = workshop, kind, first_day
        if kind == Kind.MOVE_ONLINE:
            self.fields["online_url"] = forms.URLField(
                label=_("Address to take part online"),
                required=False,
                initial=workshop.online_url,
                max_length=ADDRESS_LENGTH,
                assume_scheme="https",
                help_text=_("Can follow later, in the page's form."),
            )
        self.languages = [settings.LANGUAGE_CODE, *other_languages(workshop, user)]
        for language in self.languages:
            self.add_texts(language)

    def add_texts(self, language: str) -> None:
        words = proposal(self.workshop, self.kind, language, self.first_day)
        is_original = language == settings.LANGUAGE_CODE
        self.fields[f"note_{language}"] = forms.CharField(
            label=_("Note on the status"),
            initial=words.note,
            max_length=NOTE_LENGTH,
            required=False,
            help_text=_("Shown on the page and wherever the workshop is listed.")
            if is_original
            else "",
        )
        self.fields[f"change_{language}"] = forms.CharField(
            label=_("Public change note"),
            initial=words.change,
            max_length=CHANGE_LENGTH,
            required=False,
            help_text=_(
                "Listed with today's date at the end of the page. None if it is empty."
            )
            if is_original
            else "",
        )

    @property
    def groups(self) -> Iterator[tuple[str, str, list[Any]]]:
        """Code, name and fields of each language, for the template."""
        for language in self.languages:
            names = (f"note_{language}", f"change_{language}")
            info = get_language_info(language)
            yield language, info["name_translated"], [self[name] for name in names]

    @property
    def act(self) -> Act:
        """What a valid form asks for."""
        own, *others = self.languages
        return Act(
            kind=self.kind,
            key=uuid4(),
            words=self.words(own),
            translations={language: self.words(language) for language in others},
            first_day=self.first_day,
            online_url=self.cleaned_data.get("online_url", ""),
        )

    def words(self, language: str) -> Words:
        data = self.cleaned_data
        return Words(
            data[f"note_{language}"].strip(), data[f"change_{language}"].strip()
        )


def other_languages(workshop: WorkshopPage, user: Any) -> list[str]:
    """Return the languages of a workshop's translations that a person works on.

    Whose act is public at once speaks only where that person may publish, too.
    """
    pages = translations_of(workshop).filter(locale__in=locales_of(user))
    publishes = workshop.permissions_for_user(user).can_publish()
    return [
        page.locale.language_code
        for page in pages.select_related("locale").order_by("locale__language_code")
        if not publishes or page.permissions_for_user(user).can_publish()
    ]
