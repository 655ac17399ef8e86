"""Counts what is searched, without anything that tells by whom or when.

Of a search are kept its words in small letters, its language and its month. What looks
as if it named somebody is not kept at all: an e-mail address, a number as long as that
of a telephone, a text as long as a letter.
"""

import logging
import re
import unicodedata
from datetime import date

from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from search.models import SearchedWords, first_of_month
from search.question import Question

__all__ = ["count", "forget_before"]

logger = logging.getLogger(__name__)

LONGEST = 100
MOST_DIGITS = 8
"""As many as a date has; a telephone number has more."""
ADDRESS = re.compile(r"[@＠]|://|\bwww\.|\(at\)|\[at\]")


def count(question: Question, results: int) -> None:
    """Count a search that had so many results. It never stops the answer."""
    words = kept_form(question.text)
    if not words:
        return
    try:
        with transaction.atomic():
            note(question.language, words, results)
    except DatabaseError:
        logger.exception("A search was not counted.")


def note(language: str, words: str, results: int) -> None:
    kept, _created = SearchedWords.objects.get_or_create(
        language=language, words=words, month=first_of_month()
    )
    SearchedWords.objects.filter(pk=kept.pk).update(
        number=F("number") + 1, results=results
    )


def kept_form(text: str) -> str:
    """Return the words as they are kept; "" if they are not."""
    words = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    if len(words) > LONGEST or ADDRESS.search(words):
        return ""
    return "" if sum(map(str.isdigit, words)) > MOST_DIGITS else words


def forget_before(months: int) -> int:
    """Delete all but the running month and so many before it; return how many rows."""
    today = timezone.localdate()
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    old = SearchedWords.objects.filter(month__lt=date(year, month + 1, 1))
    deleted, _details = old.delete()
    return deleted
