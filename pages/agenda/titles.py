"""What readers of a single entry are told that it is, in the active language."""

from django.utils.translation import gettext

from pages.agenda.programme import Entry

__all__ = ["entry_title", "title_by_kind"]


def entry_title(entry: Entry) -> str:
    """Return what an entry is called, if need be by its kind or by what it has.

    Where an entry stands alone it needs a name: in calendars and in linked data.
    """
    talks = [talk.title for talk in entry.contributions]
    names = [entry.title, title_by_kind(entry), *talks, *map(str, entry.people)]
    found = (name for name in names if name and name.strip())
    return next(found, gettext("Programme item"))


def title_by_kind(entry: Entry) -> str:
    """Return what an entry is called that has no title; "" if its kind says nothing."""
    titles = {"break": gettext("Break"), "parallel": gettext("Parallel groups")}
    return titles.get(entry.kind, "")
