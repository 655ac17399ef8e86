"""The numbers of an import in words."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pages.translation.po.outcome import Outcome

__all__ = ["numbers_in"]


def numbers_in(outcome: Outcome) -> Iterator[str]:
    """Yield a sentence for each number, first that of the texts saved."""
    if outcome.saved:
        yield saved(outcome.saved) % {"number": outcome.saved}
    else:
        yield _("No text was saved.")
    others: tuple[tuple[int, Callable[[int], str]], ...] = (
        (outcome.confirmed, confirmed),
        (outcome.unchanged, unchanged),
        (outcome.fuzzy, fuzzy),
        (outcome.empty, empty),
        (outcome.obsolete, obsolete),
        (outcome.elsewhere, elsewhere),
    )
    for number, sentence in others:
        if number:
            yield sentence(number) % {"number": number}


def saved(number: int) -> str:
    return ngettext(
        "%(number)d text was saved.", "%(number)d texts were saved.", number
    )


def confirmed(number: int) -> str:
    return ngettext(
        "%(number)d machine translation was confirmed.",
        "%(number)d machine translations were confirmed.",
        number,
    )


def unchanged(number: int) -> str:
    return ngettext(
        "%(number)d text was not changed in the file.",
        "%(number)d texts were not changed in the file.",
        number,
    )


def fuzzy(number: int) -> str:
    return ngettext(
        "%(number)d text is marked “fuzzy” and was skipped.",
        "%(number)d texts are marked “fuzzy” and were skipped.",
        number,
    )


def empty(number: int) -> str:
    return ngettext(
        "%(number)d text has no translation in the file.",
        "%(number)d texts have no translation in the file.",
        number,
    )


def obsolete(number: int) -> str:
    return ngettext(
        "%(number)d text is marked as obsolete and was skipped.",
        "%(number)d texts are marked as obsolete and were skipped.",
        number,
    )


def elsewhere(number: int) -> str:
    return ngettext(
        "%(number)d text belongs to another page and was skipped. Import the file "
        "there, or in the work list.",
        "%(number)d texts belong to other pages and were skipped. Import the file "
        "there, or in the work list.",
        number,
    )
