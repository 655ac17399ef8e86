"""Types that are known only when the API is described, because plugins add to them."""

from collections.abc import Callable
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

__all__ = ["LateChoice", "LateType"]


class LateType:
    """In ``Annotated``: a type for the description, which says nothing to the code."""

    def __init__(self, find: Callable[[], Any]) -> None:
        self.find = find

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.any_schema(metadata=described_by(self.describe))

    def describe(self, _schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return handler(TypeAdapter(self.find()).core_schema)


class LateChoice:
    """In ``Annotated``: a text that is one of several, and refused if it is not."""

    def __init__(self, choices: Callable[[], list[str]]) -> None:
        self.choices = choices

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            self.check,
            core_schema.str_schema(),
            metadata=described_by(self.describe),
        )

    def check(self, value: str) -> str:
        expected = self.choices()
        if value not in expected:
            context = {"expected": ", ".join(expected)}
            raise PydanticCustomError("literal_error", "no choice", context)
        return value

    def describe(self, _schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "enum": self.choices()}


def described_by(function: Callable[..., Any]) -> dict[str, Any]:
    return {"pydantic_js_functions": [function]}
