"""Words in the one form in which they are compared: without case, umlauts and accents.

"Straße", "STRASSE" and "strasse" are the same, and so are "Förderung", "Foerderung" and
"Forderung" in German: it is better to find one too many.
"""

import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

import snowballstemmer

from search.engine.stop_words import STOP_WORDS

__all__ = ["LONGEST_WORD", "fold", "is_stop_word", "stem", "tokens", "words_of"]

LONGEST_WORD = 40
"""Letters of a word that are looked at."""
WORD = re.compile(r"[^\W_]+")
LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
)
# "Bauer", "Steuer" and "Quelle" have no umlaut.
WRITTEN_OUT = re.compile(r"(?<![aeoqu])ue|ae|oe")

ALGORITHMS = {
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "pt": "portuguese",
    "ro": "romanian",
    "sv": "swedish",
    "tr": "turkish",
}
"""PostgreSQL has the same; a new one needs a configuration, as in the migrations."""


@lru_cache(maxsize=200_000)
def fold(word: str, language: str) -> str:
    """Return a word as it is compared in a language."""
    small = normalize("NFKC", word).casefold().translate(LETTERS)
    plain = "".join(filter(str.isalnum, normalize("NFD", small)))
    if language == "de":
        plain = WRITTEN_OUT.sub(lambda match: match[0][0], plain)
    return plain[:LONGEST_WORD]


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """Return the stem of a folded word; itself in a language we have no stems for."""
    algorithm = ALGORITHMS.get(language)
    if algorithm is None or not word.isalpha():
        return word
    found: str = stemmer(algorithm).stemWord(word)
    return found


@lru_cache
def stemmer(algorithm: str) -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer(algorithm)


def tokens(
    text: str, start: int = 0, end: int = sys.maxsize
) -> Iterator[re.Match[str]]:
    """Yield where the words of a text stand."""
    return WORD.finditer(text, start, end)


def words_of(text: str, language: str) -> list[str]:
    """Return the folded words of a text in their order."""
    folded = (fold(match[0], language) for match in tokens(text))
    return [word for word in folded if word]


def is_stop_word(word: str, language: str) -> bool:
    return word in STOP_WORDS.get(language, ())
