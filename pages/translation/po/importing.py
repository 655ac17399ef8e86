"""Saves the texts of a PO file, the good ones all at once."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import polib
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from pages.translation.access import refusal
from pages.translation.po.entries import Entries
from pages.translation.po.exporting import SITE_HEADER
from pages.translation.po.files import UnusableFileError
from pages.translation.po.outcome import Finding, Outcome
from pages.translation.po.places import split_context
from pages.translation.po.shortening import shortened

__all__ = ["import_po"]

UPSTREAM_HEADER = "X-WagtailLocalize-TranslationID"


def import_po(
    po: polib.POFile, user: Any, *, only: Translation | None = None
) -> Outcome:
    """Save the texts of a file that are final and good; publish nothing.

    ``only`` is the translation for which the file was uploaded. Without it, all that
    the file has texts for are imported, as far as the user may change them.

    Raises UnusableFileError if the file has no text of this site, or not of ``only``,
    or is in another language.
    """
    outcome = Outcome(obsolete=len(po.obsolete_entries()))
    by_translation = sort_entries(po, only, outcome)
    if not by_translation:
        raise UnusableFileError(why_nothing_fits(po, only, outcome))
    for translation in by_translation:
        check_language(po, translation)
    with transaction.atomic():
        for translation, entries in by_translation.items():
            if sentence := refusal(user, translation):
                outcome.forbidden.append(sentence)
            else:
                Entries(translation, user, outcome).take(entries)
    return outcome


def sort_entries(
    po: polib.POFile, only: Translation | None, outcome: Outcome
) -> dict[Translation, list[polib.POEntry]]:
    """Return the entries by the translation they belong to."""
    entries = [entry for entry in po if not entry.obsolete]
    known = translations_in(entries)
    own = only if upstream_id(po) in {"", str(only.uuid if only else "")} else None
    found: dict[Translation, list[polib.POEntry]] = {}
    for entry in entries:
        uuid, _path = split_context(entry.msgctxt)
        translation = known.get(uuid) if uuid else own
        if translation is None or not entry.msgctxt:
            outcome.unknown.append(Finding(entry.linenum, "", shortened(entry.msgid)))
        elif only and translation != only:
            outcome.elsewhere += 1
        else:
            found.setdefault(translation, []).append(entry)
    return found


def upstream_id(po: polib.POFile) -> str:
    """Return the page's id in a file that wagtail-localize has written itself."""
    found: str = po.metadata.get(UPSTREAM_HEADER, "")
    return found


def translations_in(entries: Iterable[polib.POEntry]) -> dict[str, Translation]:
    uuids = {split_context(entry.msgctxt)[0] for entry in entries} - {""}
    found = Translation.objects.filter(uuid__in=[UUID(uuid) for uuid in uuids])
    rows = found.select_related("source__locale", "target_locale").order_by("pk")
    return {str(row.uuid): row for row in rows}


def check_language(po: polib.POFile, translation: Translation) -> None:
    """Refuse a file in another language. One that names no language is taken."""
    written: str = po.metadata.get("Language", "")
    wanted = translation.target_locale
    if not written or base_of(written) == base_of(wanted.language_code):
        return
    sentence = _(
        "The line “Language: %(written)s” of the file does not fit: “%(title)s” is "
        "translated into “%(wanted)s”. Nothing was imported."
    )
    raise UnusableFileError(
        sentence
        % {
            "written": written,
            "title": translation.source.object_repr,
            "wanted": wanted.language_code,
        }
    )


def base_of(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()


def why_nothing_fits(
    po: polib.POFile, only: Translation | None, outcome: Outcome
) -> str:
    if outcome.elsewhere and only:
        sentence = _(
            "The file has no texts of “%(title)s”, but of other pages. Import it "
            "there, or in the work list."
        )
        return sentence % {"title": only.source.object_repr}
    if not outcome.unknown:
        return _("The file has no texts.")
    values = {
        "line": outcome.unknown[0].line,
        "site": po.metadata.get(SITE_HEADER, ""),
    }
    if values["site"]:
        sentence = _(
            "The file has no texts of this website, as line %(line)d shows. It comes "
            "from %(site)s. Nothing was imported."
        )
    else:
        sentence = _(
            "The file has no texts of this website, or a program has removed their "
            "contexts (msgctxt), as in line %(line)d. Nothing was imported."
        )
    return sentence % values
