"""DeepL, through wagtail-localize's translator."""

from typing import Any

from wagtail.models import Locale
from wagtail_localize.machine_translators.deepl import DeepLTranslator, language_code

from pages.translation.machine.connection import ask, unreadable
from pages.translation.machine.portions import InPortions

__all__ = ["SafeDeepLTranslator"]

# DeepL knows two kinds of English and Portuguese as targets; ours are European.
VARIANTS = {"EN": "EN-GB", "PT": "PT-PT"}
SECONDS = 30


class SafeDeepLTranslator(InPortions, DeepLTranslator):
    def translate_texts(
        self, source_locale: Locale, target_locale: Locale, texts: list[str]
    ) -> list[str]:
        answer = ask(
            self.get_api_endpoint(),
            self.question(source_locale, target_locale, texts),
            service=self.display_name,
            headers=self.get_headers(),
            timeout=self.options.get("TIMEOUT", SECONDS),
        )
        try:
            found = [translation["text"] for translation in answer["translations"]]
        except (KeyError, TypeError) as error:
            raise unreadable(self.display_name) from error
        if not all(isinstance(text, str) for text in found):
            raise unreadable(self.display_name)
        return found

    def question(
        self, source_locale: Locale, target_locale: Locale, texts: list[str]
    ) -> dict[str, Any]:
        source = language_code(source_locale.language_code)
        target = language_code(target_locale.language_code, is_target=True)
        question = {
            "text": texts,
            "tag_handling": "xml",
            "source_lang": source,
            "target_lang": VARIANTS.get(target, target),
            # "Sie", not "du", in languages that distinguish them.
            "formality": "prefer_more",
        }
        glossaries = self.options.get("GLOSSARY_IDS", {})
        if glossary := glossaries.get((source, target.split("-")[0])):
            question["glossary_id"] = glossary
        return question
