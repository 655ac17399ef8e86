"""Words that mean the same, as editors keep them."""

from search.models import Synonyms

__all__ = ["groups"]


def groups(language: str) -> list[tuple[str, ...]]:
    """Return the groups of synonyms of a language, in one query.

    Each is at least two words or groups of words, as they were typed.
    """
    kept = Synonyms.objects.filter(language=language)
    return [one.group for one in kept if len(one.group) > 1]
