"""What wagtail-localize's translators have in common once they are made safe."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail_localize.strings import StringValue

from pages.translation.machine.chunks import chunks
from pages.translation.machine.connection import MachineTranslationError

__all__ = ["InPortions"]


class InPortions:
    """Mixin of translators: sends texts in portions, and counts what comes back."""

    display_name: str
    options: dict[str, Any]

    def translate(
        self,
        source_locale: Locale,
        target_locale: Locale,
        strings: Iterable[StringValue],
    ) -> dict[StringValue, StringValue]:
        """Return the translation of each string.

        Raises MachineTranslationError if one portion failed.
        """
        found = {}
        for texts in chunks([string.data for string in strings]):
            answers = self.translate_texts(source_locale, target_locale, texts)
            self.check_count(texts, answers)
            for text, answer in zip(texts, answers, strict=True):
                found[StringValue(text)] = StringValue(answer)
        return found

    def translate_texts(
        self, source_locale: Locale, target_locale: Locale, texts: list[str]
    ) -> list[str]:
        raise NotImplementedError

    def check_count(self, texts: list[str], answers: list[str]) -> None:
        if len(texts) == len(answers):
            return
        sentence = _(
            "%(service)s was asked for %(asked)d texts and sent %(sent)d. None of them "
            "was saved."
        )
        raise MachineTranslationError(
            sentence
            % {
                "service": self.display_name,
                "asked": len(texts),
                "sent": len(answers),
            }
        )
