"""Writes the texts of translations as one PO file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import polib
from django.conf import settings
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail_localize.models import String, StringSegment, Translation

from pages.translation.po.decisions import Saved, fingerprint
from pages.translation.po.places import context_of, words_for
from pages.translation.progress import target_of
from pages.translation.snapshots import pieces_of
from pages.translation.storing import texts_of
from pages.translation.texts import keep_texts, read_texts

__all__ = ["SITE_HEADER", "Unit", "export_po", "saved_texts", "units_of"]

SITE_HEADER = "X-Werkstatt-Site"


@dataclass(frozen=True, slots=True)
class Unit:
    """A string of an original at one place, and what there is of its translation."""

    segment: StringSegment
    saved: Saved | None
    earlier: "Earlier | None"


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the published translation says, made from an older original."""

    source: str
    text: str


def export_po(translations: Iterable[Translation], target: Locale) -> polib.POFile:
    """Return the texts of translations into one language, each with its place.

    Marked "fuzzy" is what a person has to look at: a text whose original has changed
    since (with the original as it was), and one that a machine has made.
    """
    # Without wrapping: polib would wrap within words of other scripts.
    po = polib.POFile(wrapwidth=0)
    po.header = explanation()
    po.metadata = metadata(target)
    for translation in translations:
        po += [entry_of(translation, unit) for unit in units_of(translation)]
    return po


def metadata(target: Locale) -> dict[str, str]:
    now = timezone.localtime().strftime("%Y-%m-%d %H:%M%z")
    return {
        "Project-Id-Version": settings.WAGTAIL_SITE_NAME,
        "POT-Creation-Date": now,
        "PO-Revision-Date": now,
        "Last-Translator": "",
        "Language-Team": "",
        "Language": target.language_code.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Source-Language": settings.LANGUAGE_CODE,
        SITE_HEADER: settings.WAGTAILADMIN_BASE_URL,
    }


def explanation() -> str:
    return "\n".join(
        [
            _("Keep tags such as <b> and <a id=…> as they are."),
            _("Entries marked “fuzzy” are not imported until you remove the mark."),
            _("The original of such an entry has changed, or a machine has made it."),
        ]
    )


def units_of(translation: Translation) -> Iterator[Unit]:
    """Yield the strings of the original; what occurs twice in one place, once."""
    saved, earlier = saved_texts(translation), earlier_texts(translation)
    segments = translation.source.stringsegment_set.order_by("order")
    seen = set()
    for segment in segments.select_related("context", "string"):
        key = segment.string_id, segment.context_id
        if key not in seen:
            seen.add(key)
            place = segment.context.path, segment.string_id
            yield Unit(segment, saved.get(key), earlier.get(place))


def saved_texts(translation: Translation) -> dict[tuple[int, int], Saved]:
    return {
        key: Saved(row.data, row.translation_type == "machine", row.has_error)
        for key, row in texts_of(translation).items()
    }


def earlier_texts(translation: Translation) -> dict[tuple[str, int], Earlier]:
    """Return by path and string what the translation says of an older original."""
    target = target_of(translation)
    texts = read_texts(target.text_origins if target else {})
    wanted = {text.string for row in texts.values() for text in row if text.string}
    sources = dict(String.objects.filter(pk__in=wanted).values_list("pk", "data"))
    kept = keep_texts(texts, pieces_of(translation.source), sources)
    return {
        (piece.path, piece.string): Earlier(sources[text.string], text.text)
        for piece, text in kept.items()
        if text.string != piece.string and text.string in sources
    }


def entry_of(translation: Translation, unit: Unit) -> polib.POEntry:
    segment, saved = unit.segment, unit.saved
    entry = polib.POEntry(
        msgctxt=context_of(translation, segment.context.path),
        msgid=segment.string.data,
        msgstr=saved.text if saved else "",
        comment="\n".join(comments(translation, unit)),
        occurrences=[(reference(translation, segment.context.path), "")],
    )
    if saved is None and unit.earlier:
        entry.msgstr = unit.earlier.text
        entry.previous_msgid = unit.earlier.source
    entry.fuzzy = bool(entry.msgstr) and not (saved and saved.is_final)
    return entry


def comments(translation: Translation, unit: Unit) -> Iterator[str]:
    source = translation.source
    model = source.specific_content_type.model_class()
    place = words_for(model, unit.segment.context.field_path)
    title = _("“%(title)s”") % {"title": source.object_repr}
    yield " ".join(f"{title}: {place}".split())
    if unit.saved and unit.saved.machine:
        yield _("Translated by a machine and not confirmed yet.")
    if unit.saved and unit.saved.broken:
        yield _("This translation has a mistake and cannot be published.")
    # For the import; it has to find this as it is.
    yield f"state:{fingerprint(unit.saved)}"


def reference(translation: Translation, path: str) -> str:
    return f"{slugify(translation.source.object_repr) or 'text'}/{path}"
