"""What the models themselves have against objects whose values could all be read."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from pages.exchange.complaints import complain
from pages.exchange.descriptions import Description
from pages.exchange.given import Given

__all__ = ["judge"]


def judge(
    instance: Any, description: Description, given: Given, *, is_draft: bool
) -> None:
    """Add what is wrong with an object as a whole, and with its children and blocks.

    The object has its new values, and everything it refers to exists. A draft may
    contradict itself, as in the editor's form; its blocks may not.
    """
    if not is_draft:
        judge_whole(instance, given)
        judge_publication(instance, given)
    judge_streams(instance, description, given, is_draft=is_draft)
    for name, children in description.children.items():
        for position, child in enumerate(getattr(instance, name).all()):
            place = given.step(name).step(position)
            if not is_draft:
                judge_whole(child, place, children.parent_field)
            judge_streams(child, children.description, place, is_draft=is_draft)


def judge_whole(instance: models.Model, given: Given, *exclude: str) -> None:
    try:
        instance.full_clean(exclude=exclude)
    except ValidationError as error:
        complain(given, error)


def judge_publication(instance: Any, given: Given) -> None:
    """Add why a page cannot be published, if it is of a kind that can be asked."""
    ask = getattr(instance, "publication_errors", dict)
    for name, sentence in ask().items():
        given.step(name).fail(sentence)


def judge_streams(
    instance: models.Model, description: Description, given: Given, *, is_draft: bool
) -> None:
    for name, part in description.parts.items():
        if not part.is_stream:
            continue
        block = part.field.stream_block
        value = part.field.to_python(part.get(instance))
        if is_draft:
            block.defer_required_validation()
        try:
            block.clean(value)
        except ValidationError as error:
            complain(given.step(name), error)
        finally:
            if is_draft:
                block.restore_deferred_validation()
