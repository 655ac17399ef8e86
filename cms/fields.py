"""A model field for a short text in each content language."""

from typing import Any

from django import forms
from django.conf import settings
from django.db import models
from django.utils.translation import get_language, override

from cms.foreign import ForeignText
from cms.languages import language_codes

__all__ = ["AddressField", "LanguageTextField", "in_language", "marked_in_language"]


def in_language(texts: dict[str, str], language: str | None = None) -> str:
    """Return the text in a language (default: the active one), else in the source one.

    ``texts`` maps language codes to texts. Returns "" if neither has one.
    """
    wanted = language or get_language() or settings.LANGUAGE_CODE
    return texts.get(wanted) or texts.get(settings.LANGUAGE_CODE) or ""


def marked_in_language(texts: dict[str, str]) -> str:
    """Return the text in the active language, else that of the source one, marked."""
    text = in_language(texts)
    if not text or texts.get(get_language() or settings.LANGUAGE_CODE):
        return text
    return ForeignText(text, settings.LANGUAGE_CODE)


class LanguageTextWidget(forms.MultiWidget):
    """One text box for each language, labelled with the language's own name."""

    template_name = "cms/widgets/language_text.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            code: forms.TextInput(attrs={"lang": code}) for code in language_codes()
        }
        super().__init__(boxes, attrs)

    def decompress(self, value: dict[str, str] | None) -> list[str]:
        return [(value or {}).get(code, "") for code in language_codes()]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        names = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
        for code, widget in zip(
            language_codes(), context["widget"]["subwidgets"], strict=True
        ):
            with override(code):
                widget["language"] = str(names[code])
        return context


class LanguageTextFormField(forms.MultiValueField):
    """Joins the boxes of a :class:`LanguageTextWidget` to a dictionary."""

    widget = LanguageTextWidget

    def __init__(self, *, max_length: int = 255, **kwargs: Any) -> None:
        kwargs.pop("encoder", None)
        kwargs.pop("decoder", None)
        fields = [
            forms.CharField(required=False, max_length=max_length)
            for _code in language_codes()
        ]
        super().__init__(fields, require_all_fields=False, **kwargs)

    def compress(self, data_list: list[str]) -> dict[str, str]:
        pairs = zip(language_codes(), data_list or [], strict=False)
        return {code: text for code, text in pairs if text}


class LanguageTextField(models.JSONField):
    """A text in every content language, stored as ``{"de": "…", "en": "…"}``.

    Languages come from the settings, so a new one needs no migration.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", dict)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        kwargs.pop("widget", None)
        return super().formfield(**{"form_class": LanguageTextFormField, **kwargs})


class AddressField(models.URLField):
    """A URL; one that is typed without a scheme is taken for https.

    Django's own form field still says http, and warns that it will not for long.
    """

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        return super().formfield(**{"assume_scheme": "https", **kwargs})

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.URLField", args, kwargs
