"""What was found in a PDF, in words: what helps readers, and what stands in their way.

A program finds obstacles. That there are none it cannot find: whether the reading order
is right, or the text of a picture says what it shows, takes a person. So these are
findings, never a certificate; ``SiteDocument.accessibility`` is the word of a person.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf.locale import LANG_INFO
from django.utils.translation import get_language_info, ngettext
from django.utils.translation import gettext as _

from pages.pdf.checking import is_pdf, outcome_of
from pages.pdf.child import Outcome

__all__ = [
    "Finding",
    "are_obstacles_known",
    "findings_of",
    "short_summary_of",
    "summary_of",
]

# So many pages can be leafed through without bookmarks.
PAGES_WITHOUT_BOOKMARKS = 20


@dataclass(frozen=True, slots=True)
class Finding:
    code: str
    is_fine: bool
    sentence: str


def findings_of(document: Any) -> list[Finding]:
    """Return a sentence for each thing that was looked for, in the active language."""
    outcome = outcome_of(document)
    if outcome not in {Outcome.READ, Outcome.PARTLY}:
        return []
    facts = document.pdf_check
    return [
        *text_layer(facts),
        tags(facts),
        title(facts),
        language(facts),
        bookmarks(facts),
        *permission(facts),
    ]


def are_obstacles_known(document: Any) -> bool:
    """Whether the check found something that a person has to mend."""
    return any(not finding.is_fine for finding in findings_of(document))


def summary_of(document: Any) -> str:
    """Return how the check went; "" for a file that is no PDF."""
    if not is_pdf(document):
        return ""
    outcome = outcome_of(document)
    if outcome is None:
        return _("The file is being checked.")
    if outcome not in {Outcome.READ, Outcome.PARTLY}:
        return _("The file could not be checked: reading it fails or takes too long.")
    count = sum(not finding.is_fine for finding in findings_of(document))
    if not count:
        return _(
            "The automatic check found no obstacle. Whether the reading order and the "
            "texts of pictures are right, only a person can tell."
        )
    return ngettext(
        "The automatic check found %(count)d obstacle.",
        "The automatic check found %(count)d obstacles.",
        count,
    ) % {"count": count}


def short_summary_of(document: Any) -> str:
    """Return how the check went in two words, for a list."""
    outcome = outcome_of(document)
    if outcome is None:
        return _("being checked") if is_pdf(document) else ""
    if outcome not in {Outcome.READ, Outcome.PARTLY}:
        return _("not readable")
    count = sum(not finding.is_fine for finding in findings_of(document))
    if not count:
        return _("no obstacle found")
    return ngettext("%(count)d obstacle", "%(count)d obstacles", count) % {
        "count": count
    }


def text_layer(facts: dict[str, Any]) -> Iterator[Finding]:
    if "silent" not in facts:
        yield Finding(
            "text",
            is_fine=False,
            sentence=_("Its pages could not be read in the time allowed."),
        )
        return
    count, examined = facts["silent"], facts["examined"]
    if not count:
        sentence = _("Text: it can be read aloud, searched and copied.")
    elif count == examined:
        sentence = _(
            "Text: there is none, only pictures of pages. Scan it with text "
            "recognition, or export it from the program it was written in."
        )
    else:
        sentence = ngettext(
            "Text: %(count)d page has none, only a picture (page %(pages)s).",
            "Text: %(count)d pages have none, only pictures (pages %(pages)s).",
            count,
        )
        shown = ", ".join(map(str, facts["silent_pages"]))
        more = "…" if count > len(facts["silent_pages"]) else ""
        sentence = sentence % {"count": count, "pages": f"{shown}{more}"}
    yield Finding("text", is_fine=not count, sentence=sentence)


def tags(facts: dict[str, Any]) -> Finding:
    if facts["tagged"]:
        sentence = _("Tags: headings, lists and tables can be marked as such.")
    else:
        sentence = _(
            "Tags: there are none. A screen reader cannot tell headings, lists and "
            "tables. Export the file as a tagged (accessible) PDF."
        )
    return Finding("tags", facts["tagged"], sentence)


def title(facts: dict[str, Any]) -> Finding:
    if facts["title"]:
        sentence = _("Title: “%(title)s”.") % {"title": facts["title"]}
    else:
        sentence = _(
            "Title: the document properties have none, so the name of the file is read "
            "out. Fill in the title and export the file again."
        )
    return Finding("title", bool(facts["title"]), sentence)


def language(facts: dict[str, Any]) -> Finding:
    if facts["language"]:
        sentence = _("Language: %(language)s.") % {
            "language": name_of_language(facts["language"])
        }
    else:
        sentence = _(
            "Language: the file does not name it, so it may be read aloud with the "
            "wrong pronunciation. Set the language and export the file again."
        )
    return Finding("language", bool(facts["language"]), sentence)


def name_of_language(code: str) -> str:
    short = code.lower().replace("_", "-").split("-")[0]
    if short in LANG_INFO:
        return str(get_language_info(short)["name_translated"])
    return code


def bookmarks(facts: dict[str, Any]) -> Finding:
    pages = facts["pages"]
    needed = pages >= PAGES_WITHOUT_BOOKMARKS
    if facts["bookmarks"]:
        sentence = _("Pages: %(count)d, with bookmarks.")
    elif needed:
        sentence = _(
            "Pages: %(count)d, but no bookmarks to find one's way. Export the headings "
            "as bookmarks."
        )
    else:
        sentence = _("Pages: %(count)d. So few need no bookmarks.")
    is_fine = bool(facts["bookmarks"]) or not needed
    return Finding("bookmarks", is_fine, sentence % {"count": pages})


def permission(facts: dict[str, Any]) -> Iterator[Finding]:
    if not facts["readable_aloud"]:
        sentence = _(
            "Permissions: the file forbids screen readers to take out its text. Export "
            "it without restrictions."
        )
        yield Finding("permission", is_fine=False, sentence=sentence)
