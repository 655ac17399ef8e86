"""Kinds of values: how each is written in a content file, and read from it.

Every kind goes both ways and describes itself to the JSON Schema. Reading never raises:
what is wrong becomes a mistake at its place, and the value is None.
"""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.languages import language_codes
from pages.exchange.given import Given, did_you_mean, quoted

if TYPE_CHECKING:
    from pages.exchange.contexts import Reading, Writing
    from pages.exchange.schema import Definitions

__all__ = [
    "BooleanKind",
    "ChoiceKind",
    "DateKind",
    "DecimalKind",
    "IntegerKind",
    "Kind",
    "LanguageTextsKind",
    "MomentKind",
    "NumberKind",
    "RawKind",
    "TextKind",
    "TimeKind",
    "WordsKind",
    "read_text",
]


class Kind:
    """A kind of value. ``can_be_null``: null is a value, not just a missing one."""

    can_be_null = True

    def read(self, given: Given, context: "Reading") -> Any:
        """Return the value as a model or a block stores it."""
        raise NotImplementedError

    def write(self, value: Any, context: "Writing") -> Any:
        """Return a stored value, which is not None, as the file shows it."""
        return value

    def schema(self, definitions: "Definitions") -> dict[str, Any]:
        """Return the JSON Schema of what may stand in the file."""
        raise NotImplementedError


def read_text(given: Given) -> str | None:
    """Return a text, or None with a mistake."""
    if isinstance(given.value, str):
        return given.value
    if isinstance(given.value, list | dict):
        given.fail(_("A text is expected here."))
    else:
        sentence = _("%(value)s is not a text. Put it in quotation marks.")
        given.fail(sentence % {"value": quoted(given.value)})
    return None


class TextKind(Kind):
    can_be_null = False

    def __init__(self, max_length: int | None = None) -> None:
        self.max_length = max_length

    def read(self, given: Given, context: "Reading") -> str | None:
        return read_text(given)

    def write(self, value: Any, context: "Writing") -> str:
        return str(value)

    def schema(self, definitions: "Definitions") -> dict[str, Any]:
        limit = {"maxLength": self.max_length} if self.max_length else {}
        return {"type": "string", **limit}


class BooleanKind(Kind):
    def read(self, given: Given, context: "Reading") -> bool | None:
        if isinstance(given.value, bool):
            return given.value
        sentence = _("%(value)s is neither true nor false.")
        given.fail(sentence % {"value": quoted(given.value)})
        return None

    def schema(self, definitions: "Definitions") -> dict[str, Any]:
        return {"type": "boolean"}


class IntegerKind(Kind):
    def read(self, given: Given, context: "Reading") -> int | None:
        if isinstance(given.value, int) and not isinstance(given.value, bool):
            return given.value
        sentence = _("%(value)s is not a whole number.")
        given.fail(sentence % {"value": quoted(given.value)})
        return None

    def schema(self, definitions: "Definitions") -> dict[str, Any]:
        return {"type": "integer"}


class NumberKind(Kind):
    def read(self, given: Given, context: "Reading") -> Any:
        if isinstance(given.value, int | float) and not isinstance(given.value, bool):
            return float(given.value)
        sentence = _("%(value)s is not a number.")
        given.fail(sentence % {"value": quoted(given.value)})
        return None

    def schema(self, definitions: "Definitions") -> dict[str, Any]:
        return {"type": "number"}


class DecimalKind(NumberKind):
    """A number that must not be rounded; in quotes where YAML would round it."""

    def read(self, given: Given, context: "Reading") -> Decimal | None:
        text = str(given.value)
        is_number = isinstance(given.value, int | float | str)
        if is_number and re.fullmatch(r"[-+]?\d+(\.\d+)?(e[-+]?\d+)?", text):
            return Decimal(text)
        sentence = _("%(value)s is not a number.")
        given.fail(sentence % {"value": quoted(given.value)})
        return None

    def write(self, value: Any, context: "Writing") -> float | int | str:
        text = f"{Decimal(str(value)).normalize():f}"
        number = float(text)
        if Decimal(repr(number)) != Decimal(text):
            return text
        return int(number) if number.is_integer() else number

    def schema(self, definitions: "Definitions") -> dict[str, Any]:
        return {
            "anyOf": [
                {"type": "number"},
                {"type": "string", "pattern": r"^[-+]?\d+(\.\d+)?$"},
            ]
        }


class DateKind(Kind):
    pattern = r"\d{4}-\d{2}-\d{2}"

    def read(self, given: Given, context: "Reading") -> date | None:
        if isinstance(given.value, str) and re.fullmatch(self.pattern, given.value):
            try:
                return date.fromisoformat(given.value)
            except ValueError:
                pass  # as 2018-02-30
        sentence = _("%(value)s is not a date. Write it as 2018-02-22.")
        given.fail(sentence % {"value": quoted(given.value)})
        return None

    def write(self, value: date | str, context: "Writing") -> date:
        return date.fromisoformat(value) if isinstance(value, str) else value

    def schema(self, definitions: "Definitions") -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{self.pattern}$"}


class TimeKind(Kind):
    pattern = r"\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?"

    def read(self, given: Given, context: "Reading") -> time | None:
        if isinstance(given.value, str) and re.fullmatch(self.pattern, given.value):
            try:
                return time.fromisoformat(given.value)
            except ValueError:
                pass  # as 25:00
        sentence = _("%(value)s is not a time. Write it as 09:30.")
        given.fail(sentence % {"value": quoted(given.value)})
        return None

    def write(self, value: time | str, context: "Writing") -> str:
        clock = time.fromisoformat(value) if isinstance(value, str) else value
        full = clock.second or clock.microsecond
        return clock.isoformat("auto" if full else "minutes")

    def schema(self, definitions: "Definitions") -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{self.pattern}$"}


class MomentKind(Kind):
    """A date and time with its offset from UTC; one without would be a guess."""

    pattern = (
        r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[-+]\d{2}:\d{2})"
    )

    def read(self, given: Given, context: "Reading") -> datetime | None:
        if isinstance(given.value, str) and re.fullmatch(self.pattern, given.value):
            try:
                # In UTC, as databases return it. The calendar's ends have no such.
                return datetime.fromisoformat(given.value).astimezone(UTC)
            except (ValueError, OverflowError):
                pass  # as 2018-02-30T11:00:00Z
        sentence = _(
            "%(value)s is not a date and time. Write it as 2018-02-22T11:00:00+01:00, "
            "with the offset from UTC."
        )
        given.fail(sentence % {"value": quoted(given.value)})
        return None

    def write(self, value: datetime | str, context: "Writing") -> datetime:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
        if timezone.is_naive(moment):
            moment = timezone.make_aware(moment)
        return timezone.localtime(moment, timezone.get_default_timezone())

    def schema(self, definitions: "Definitions") -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{self.pattern}$"}


class ChoiceKind(Kind):
    """One of some words (or numbers), asked for anew each time: settings may change."""

    can_be_null = False

    def __init__(self, values: Callable[[], Iterable[Any]]) -> None:
        self.values = values

    def read(self, given: Given, context: "Reading") -> Any:
        possible = [value for value in self.values() if value is not None]
        for value in possible:
            if value == given.value and type(value) is type(given.value):
                return value
        shown = [str(value) for value in possible if value != ""]
        sentence = _("“%(value)s” is not possible here. Possible are: %(words)s.") % {
            "value": quoted(given.value),
            "words": ", ".join(shown[:20]) + (", …" if len(shown) > 20 else ""),
        }
        given.fail(did_you_mean(sentence, str(given.value), shown))
        return None

    def schema(self, definitions: "Definitions") -> dict[str, Any]:
        return {"enum": [value for value in self.values() if value is not None]}


class LanguageTextsKind(Kind):
    """A short text in each content language, as ``{de: …, en: …}``."""

    can_be_null = False

    def read(self, given: Given, context: "Reading") -> dict[str, str]:
        if not given.is_mapping():
            return {}
        given.refuse_others(language_codes())
        texts = {
            code: read_text(text)
            for code in language_codes()
            if (text := given.entry(code)) is not None
        }
        return {code: text for code, text in texts.items() if text}

    def write(self, value: dict[str, str], context: "Writing") -> dict[str, str]:
        return {code: value[code] for code in language_codes() if value.get(code)}

    def schema(self, definitions: "Definitions") -> dict[str, Any]:
        text = {"type": ["string", "null"]}
        return {
            "type": "object",
            "properties": dict.fromkeys(language_codes(), text),
            "additionalProperties": False,
        }


class WordsKind(Kind):
    """Tags: a list of words, in no order of their own."""

    can_be_null = False

    def read(self, given: Given, context: "Reading") -> list[str]:
        words = [read_text(item) for item in given.items()]
        return sorted({word for word in words if word})

    def schema(self, definitions: "Definitions") -> dict[str, Any]:
        return {"type": "array", "items": {"type": "string"}}


class RawKind(Kind):
    """Whatever JSON can say, as a field or a block of a plugin stores it."""

    def read(self, given: Given, context: "Reading") -> Any:
        return given.plain()

    def schema(self, definitions: "Definitions") -> dict[str, Any]:
        return {}
