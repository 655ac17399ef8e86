"""Lets a machine translate what nobody has translated yet."""

import re
from dataclasses import dataclass, field
from typing import Any

from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue

from pages.translation.checking import check, is_refused
from pages.translation.fields import Fields
from pages.translation.machine.chunks import MAX_BYTES, chunks, size
from pages.translation.machine.connection import MachineTranslationError
from pages.translation.markup import read_markup
from pages.translation.storing import Key, store_texts, texts_of

__all__ = ["Outcome", "translate_open_texts"]

# An address, or nothing that has letters: the same in every language.
SAME_EVERYWHERE = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|[\W\d_]*", re.IGNORECASE)


@dataclass(slots=True)
class Outcome:
    """What came of it, in numbers of texts, and the sentence on what went wrong."""

    saved: int = 0
    refused: int = 0
    """Came back with broken markup, or without a link or a term."""
    too_long: int = 0
    left: int = 0
    """Not translated because the service failed before."""
    error: str = ""

    @property
    def had_nothing_to_do(self) -> bool:
        return not (self.saved or self.refused or self.too_long or self.left)


def translate_open_texts(
    translation: Translation, translator: BaseMachineTranslator, user: Any
) -> Outcome:
    """Translate each string of a translation that has none, and save the results.

    They are saved in portions of one request each. When a request fails, what came
    before it stays saved, so that nothing has to be paid twice. No translated text is
    ever replaced, and nothing is published.
    """
    draft = Draft(translation, translator, user, open_places(translation))
    draft.take_over()
    for texts in chunks(draft.texts_to_send()):
        try:
            draft.translate(texts)
        except MachineTranslationError as error:
            draft.outcome.error = str(error)
            break
    return draft.outcome


@dataclass(slots=True)
class Draft:
    """The work on one translation. ``places`` are those of each open text."""

    translation: Translation
    translator: BaseMachineTranslator
    user: Any
    places: dict[str, list[Key]]
    outcome: Outcome = field(default_factory=Outcome)
    fields: Fields = field(init=False)

    def __post_init__(self) -> None:
        self.fields = Fields(self.translation)

    def take_over(self) -> None:
        """Save what is the same in every language, without asking anybody."""
        same = [text for text in self.places if is_same_everywhere(text)]
        self.store({text: text for text in same}, "")

    def texts_to_send(self) -> list[str]:
        texts = [text for text in self.places if not is_same_everywhere(text)]
        short = [text for text in texts if size(text) <= MAX_BYTES]
        self.outcome.left = len(short)
        self.outcome.too_long = len(texts) - len(short)
        return short

    def translate(self, texts: list[str]) -> None:
        found = self.translator.translate(
            self.translation.source.locale,
            self.translation.target_locale,
            [StringValue(text) for text in texts],
        )
        self.outcome.left -= len(texts)
        good = {
            string.data: answer.data
            for string, answer in found.items()
            if not is_refused(check(string.data, answer.data))
            and self.fits(string.data, answer.data)
        }
        self.outcome.refused += len(texts) - len(good)
        self.store(good, str(self.translator.display_name))

    def fits(self, text: str, answer: str) -> bool:
        """Whether every field that the answer is for takes it."""
        return not any(
            self.fields.complaints(context, answer)
            for _string, context in self.places[text]
        )

    def store(self, found: dict[str, str], tool: str) -> None:
        texts = {key: found[text] for text in found for key in self.places[text]}
        stored = store_texts(
            self.translation,
            texts,
            translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
            tool_name=tool,
            last_translated_by=self.user,
        )
        self.outcome.saved += sum(
            any(key in stored for key in self.places[text]) for text in found
        )


def open_places(translation: Translation) -> dict[str, list[Key]]:
    """Return the strings without a translation, and where each of them stands."""
    done = texts_of(translation)
    segments = StringSegment.objects.filter(source=translation.source_id)
    places: dict[str, list[Key]] = {}
    rows = segments.order_by("order").values_list(
        "string__data", "string_id", "context_id"
    )
    for text, string, context in rows:
        if (string, context) not in done:
            places.setdefault(text, []).append((string, context))
    return places


def is_same_everywhere(html: str) -> bool:
    return SAME_EVERYWHERE.fullmatch(read_markup(html).text.strip()) is not None
