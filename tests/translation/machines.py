"""Translators for tests: one that obeys, and the real ones before a service here."""

from typing import Any

import pytest
from wagtail.models import Locale
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.strings import StringValue

from pages.translation.machine.connection import MachineTranslationError
from pages.translation.machine.deepl import SafeDeepLTranslator
from pages.translation.machine.libretranslate import SafeLibreTranslator

__all__ = [
    "ENGLISH",
    "GERMAN",
    "KEY",
    "Machine",
    "deepl_at",
    "libretranslate_at",
    "refusal",
    "translate",
]

KEY = "very-secret:fx"
GERMAN, ENGLISH = Locale(language_code="de"), Locale(language_code="en")


class Machine(BaseMachineTranslator):
    """Answers as it is told; by default each text with "EN" before it."""

    display_name = "Machine"

    def __init__(
        self, answers: dict[str, str] | None = None, fails_after: int | None = None
    ) -> None:
        super().__init__({})
        self.answers = answers or {}
        self.left = fails_after
        self.asked: list[str] = []

    def translate(self, source_locale: Any, target_locale: Any, strings: Any) -> Any:
        if self.left == 0:
            raise MachineTranslationError("Machine is tired.")
        if self.left:
            self.left -= 1
        texts = [string.data for string in strings]
        self.asked += texts
        return {
            StringValue(text): StringValue(self.answers.get(text, f"EN {text}"))
            for text in texts
        }

    def can_translate(self, source_locale: Any, target_locale: Any) -> bool:
        return source_locale != target_locale


class StubbedDeepL(SafeDeepLTranslator):
    """DeepL's own address is fixed by its key."""

    def get_api_endpoint(self) -> str:
        return f"{self.options['ADDRESS']}/v2/translate"


def deepl_at(address: str) -> StubbedDeepL:
    return StubbedDeepL({"AUTH_KEY": KEY, "ADDRESS": address, "TIMEOUT": 0.3})


def libretranslate_at(address: str) -> SafeLibreTranslator:
    return SafeLibreTranslator(
        {"LIBRETRANSLATE_URL": address, "API_KEY": KEY, "TIMEOUT": 0.3}
    )


def translate(translator: Any, *texts: str) -> list[str]:
    """The translations in the order of the texts."""
    strings = [StringValue(text) for text in texts]
    found = translator.translate(GERMAN, ENGLISH, strings)
    return [found[string].data for string in strings]


def refusal(translator: Any, *texts: str) -> str:
    """The sentence with which a translation fails."""
    with pytest.raises(MachineTranslationError) as caught:
        translate(translator, *(texts or ["Suppe"]))
    return str(caught.value)
