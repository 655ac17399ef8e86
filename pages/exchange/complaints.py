"""Validation errors of Django and Wagtail, as mistakes at places of a file."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from pages.exchange.given import Given

__all__ = ["complain", "sentences"]

Steps = tuple[str | int, ...]


def complain(given: Given, error: ValidationError) -> None:
    """Add a mistake for each sentence of an error, as near to its place as can be."""
    for steps, sentence in sentences(error):
        place = follow(given, steps)
        place.fail(sentence)


def sentences(error: ValidationError, steps: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """Yield each sentence with the steps to what it is about: ("agenda", 2, "start").

    Errors of streams and lists are known by position, those of structs and forms by
    name.
    """
    as_block: Any = error
    if hasattr(error, "block_errors"):
        for inner in as_block.non_block_errors.as_data():
            yield from sentences(inner, steps)
        for step, inner in as_block.block_errors.items():
            yield from sentences(inner, (*steps, step))
    elif hasattr(error, "error_dict"):
        for name, errors in error.error_dict.items():
            below = steps if name == NON_FIELD_ERRORS else (*steps, name)
            for inner in errors:
                yield from sentences(inner, below)
    else:
        for message in error.messages:
            yield steps, message


def follow(given: Given, steps: Steps) -> Given:
    """Return the place that steps lead to, with the line of the nearest thing given."""
    for step in steps:
        given = given.step(step)
    return given
