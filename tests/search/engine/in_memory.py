"""An engine without a database, which shows that the contract asks for none.

``SEARCH_BACKEND=tests.search.engine.in_memory.InMemory`` lets it answer in all tests.
"""

from cms.languages import language_codes
from search.engine.backends import Backend, Match
from search.engine.folding import stem, words_of
from search.engine.terms import without_synonyms
from search.models import Entry

WEIGHTS = {"title": 10, "names": 5, "summary": 3, "text": 1}


class InMemory(Backend):
    def __init__(self):
        self.entries = {}

    def write(self, entries):
        for one in entries:
            fields = {
                name: words_of(getattr(one, name), one.text_language)
                for name in WEIGHTS
            }
            self.entries[one.pk] = (one.language, one.text_language, fields)

    def remove(self, pks):
        for pk in pks:
            self.entries.pop(pk, None)

    def clean(self):
        known = set(Entry.objects.values_list("pk", flat=True))
        self.remove(set(self.entries) - known)

    def match(self, terms, language, *, every, in_titles=False):
        own = without_synonyms(terms)
        words = [(term.words,) for term in terms]
        hits, ranks = {}, {}
        for pk, (shown_in, text_language, fields) in self.entries.items():
            everything = [(text, text_language) for text in fields.values()]
            title = everything[:1]
            where = title if in_titles else everything
            if shown_in != language or not matches(terms, where, every):
                continue
            hits[pk] = Match(
                is_own=matches(own, everything, every),
                has_words=matches(words, everything, every),
                in_title=matches(terms, title, every),
                words_in_title=matches(words, title, every),
            )
            ranks[pk] = sum(
                WEIGHTS[name] * matches(terms, [(text, text_language)], False)
                for name, text in fields.items()
            )
        best = max(ranks.values(), default=0) or 1
        for pk, match in hits.items():
            match.rank = ranks[pk] / best
        return hits


def matches(terms, texts, every):
    """Whether texts match terms, or groups of words in place of terms."""
    found = (any(stands_in(term, *text) for text in texts) for term in terms)
    return all(found) if every else any(found)


def stands_in(term, words, language):
    groups, beginning = term, ""
    if not isinstance(term, tuple):
        single = ((word,) for word in (*term.foreign, *term.parts))
        groups, beginning = (term.words, *term.synonyms, *single), term.beginning
    roots = [stem(word, language) for word in words]
    return any(
        stand_together([stem(word, code) for word in group], roots)
        or bool(beginning and begins(stem(beginning, code), roots))
        for code in language_codes()
        for group in groups
    )


def begins(beginning, roots):
    return any(root.startswith(beginning) for root in roots)


def stand_together(group, roots):
    length = len(group)
    return any(roots[at : at + length] == group for at in range(len(roots)))
