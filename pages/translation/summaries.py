"""What is left to translate, in one sentence for each language."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext, ngettext
from wagtail.models import Locale

from pages.translation.counting import left_to_do
from pages.translation.states import State

__all__ = ["Summary", "summaries"]


@dataclass(frozen=True, slots=True)
class Summary:
    language: str
    number: int
    details: list[str]
    url: str

    @property
    def sentence(self) -> str:
        """As "7 translations are waiting: 3 changed, 2 missing"."""
        words = ngettext(
            "%(number)d translation is waiting",
            "%(number)d translations are waiting",
            self.number,
        ) % {"number": self.number}
        if not self.number:
            return gettext("All translations are done")
        return gettext("%(what)s: %(details)s") % {
            "what": words,
            "details": ", ".join(self.details),
        }


def summaries(
    counts: Mapping[int, Counter[State]], languages: Iterable[Locale]
) -> list[Summary]:
    return [
        Summary(
            language=language.get_display_name(),
            number=left_to_do(counts.get(language.pk, Counter())),
            details=list(details(counts.get(language.pk, Counter()))),
            url=reverse("translation_work:pages", args=[language.language_code]),
        )
        for language in languages
    ]


def details(counts: Counter[State]) -> Iterator[str]:
    """Yield how many there are in each state, in the order of the work list."""
    for state in State:
        if counts[state] and state is not State.CURRENT:
            yield in_words(state, counts[state])


def in_words(state: State, number: int) -> str:
    phrases = {
        State.BEHIND: ngettext("%(n)d changed", "%(n)d changed", number),
        State.OPEN: ngettext("%(n)d with open texts", "%(n)d with open texts", number),
        State.WAITING: ngettext("%(n)d to publish", "%(n)d to publish", number),
        State.MISSING: ngettext("%(n)d missing", "%(n)d missing", number),
        State.UNCONNECTED: ngettext(
            "%(n)d not connected", "%(n)d not connected", number
        ),
        State.OFFLINE: ngettext(
            "%(n)d whose original is offline",
            "%(n)d whose originals are offline",
            number,
        ),
    }
    return phrases[state] % {"n": number}
