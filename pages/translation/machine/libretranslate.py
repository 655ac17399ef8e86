"""LibreTranslate, through wagtail-localize's translator."""

from wagtail.models import Locale
from wagtail_localize.machine_translators.libretranslate import LibreTranslator

from pages.translation.machine.connection import ask, unreadable
from pages.translation.machine.glossary import protect, restore
from pages.translation.machine.portions import InPortions

__all__ = ["SafeLibreTranslator"]

# It often runs on a small machine of one's own.
SECONDS = 60


class SafeLibreTranslator(InPortions, LibreTranslator):
    def translate_texts(
        self, source_locale: Locale, target_locale: Locale, texts: list[str]
    ) -> list[str]:
        target = self.language_code(target_locale.language_code)
        terms = self.options.get("GLOSSARIES", {}).get(target, {})
        protected = [protect(text, terms) for text in texts]
        question = {
            "q": [text for text, _kept in protected],
            "source": self.language_code(source_locale.language_code),
            "target": target,
            "format": "html",
        }
        if key := self.options.get("API_KEY"):
            question["api_key"] = key
        found = self.ask_service(question)
        self.check_count(texts, found)
        return [
            restore(text, kept)
            for text, (_text, kept) in zip(found, protected, strict=True)
        ]

    def ask_service(self, question: dict[str, object]) -> list[str]:
        answer = ask(
            f"{self.get_api_endpoint()}/translate",
            question,
            service=self.display_name,
            headers={},
            timeout=self.options.get("TIMEOUT", SECONDS),
        )
        found = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(found, list):
            raise unreadable(self.display_name)
        if not all(isinstance(text, str) for text in found):
            raise unreadable(self.display_name)
        return found
