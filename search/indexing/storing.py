"""Keeps entries, their places and their words in step with what pages show now."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import transaction

from search.engine.backends import Texts, backend
from search.engine.vocabulary import add_words
from search.indexing.documents import names_of_file
from search.indexing.drafts import Draft
from search.indexing.texts import one_line
from search.models import Entry, Place
from search.naming import fullest
from search.question import Kind

__all__ = ["forget_all_but", "renew", "store"]

Key = tuple[str, str, str]
TEXTS = ("title", "names", "summary", "text", "text_language")


def store(pages: Iterable[int], drafts: Sequence[Draft]) -> None:
    """Make entries and places of pages be as drafts say; they are all of these pages.

    The number of queries does not depend on the number of drafts.
    """
    with transaction.atomic():
        old = Place.objects.filter(page__in=list(pages))
        touched = set(old.values_list("entry", flat=True))
        old.delete()
        entries = entries_for(drafts)
        save_places(entries, drafts)
        touched |= {entry.pk for entry in entries.values()}
        renew(touched)


def renew(touched: Iterable[int]) -> None:
    """Bring entries up to date whose texts or places have changed."""
    pks = list(touched)
    with transaction.atomic():
        drop_unused(pks)
        name_by_places(pks)
        write(pks)


def entries_for(drafts: Sequence[Draft]) -> dict[Key, Entry]:
    """Return the entries that drafts tell of, with their texts saved."""
    wanted: dict[Key, Draft] = {}
    for one in drafts:
        wanted.setdefault(key_of(one), one)
    entries = stored(wanted)
    missing = [key for key in wanted if key not in entries]
    Entry.objects.bulk_create(
        (new_entry(wanted[key]) for key in missing), ignore_conflicts=True
    )
    if missing:
        entries = stored(wanted)
    changed = []
    for key, entry in entries.items():
        if take_over(entry, wanted[key]):
            changed.append(entry)
    Entry.objects.bulk_update(changed, TEXTS, batch_size=100)
    return entries


def take_over(entry: Entry, draft: Draft) -> bool:
    """Give an entry the texts of a draft; return whether any of them is another.

    Names that come from all places are left to ``name_by_places``.
    """
    if entry.kind == Kind.PERSON:
        return False
    own = [name for name in TEXTS if name != "names" or entry.kind != Kind.DOCUMENT]
    before = [getattr(entry, name) for name in own]
    for name in own:
        setattr(entry, name, getattr(draft, name))
    return before != [getattr(draft, name) for name in own]


def key_of(one: Draft | Entry) -> Key:
    return str(one.kind), one.language, one.key


def stored(wanted: Iterable[Key]) -> dict[Key, Entry]:
    groups = defaultdict(list)
    for kind, language, key in wanted:
        groups[kind, language].append(key)
    found: dict[Key, Entry] = {}
    for (kind, language), keys in groups.items():
        rows = Entry.objects.filter(kind=kind, language=language, key__in=keys)
        found |= {key_of(row): row for row in rows.defer("vector", "title_vector")}
    return found


def new_entry(draft: Draft) -> Entry:
    return Entry(
        kind=draft.kind,
        language=draft.language,
        key=draft.key,
        document_id=draft.document,
        **{name: getattr(draft, name) for name in TEXTS},
    )


def save_places(entries: dict[Key, Entry], drafts: Iterable[Draft]) -> None:
    Place.objects.bulk_create(
        (
            Place(
                entry=entries[key_of(draft)],
                page_id=draft.place.page,
                subject_id=draft.place.subject,
                name=draft.title if draft.kind == Kind.PERSON else "",
                detail=draft.detail,
                date=draft.place.day,
                over_at=draft.place.over_at,
                updated_on=draft.place.updated_on,
            )
            for draft in drafts
        ),
        ignore_conflicts=True,
        batch_size=500,
    )


def drop_unused(touched: Sequence[int]) -> None:
    unused = Entry.objects.filter(pk__in=touched, places=None)
    pks = list(unused.values_list("pk", flat=True))
    if pks:
        backend().remove(pks)
        Entry.objects.filter(pk__in=pks).delete()


def name_by_places(touched: Sequence[int]) -> None:
    """Let people and documents be found by what they are on any of their pages.

    That is an institution, or what a page calls a document. People are called by the
    fullest of their names.
    """
    rows = Entry.objects.filter(pk__in=touched, kind__in=(Kind.PERSON, Kind.DOCUMENT))
    rows = rows.select_related("document").defer("vector", "title_vector")
    entries = {row.pk: row for row in rows}
    titles, details = defaultdict(set), defaultdict(set)
    known = Place.objects.filter(entry__in=list(entries))
    for pk, name, detail in known.values_list("entry", "name", "detail").distinct():
        titles[pk].add(name)
        details[pk].add(detail)
    changed = []
    for pk, entry in entries.items():
        names = sorted(details[pk])
        names += names_of_file(entry.document) if entry.document else []
        texts = fullest(titles[pk]) or entry.title, one_line(names)
        if texts != (entry.title, entry.names):
            entry.title, entry.names = texts
            changed.append(entry)
    Entry.objects.bulk_update(changed, ["title", "names"], batch_size=100)


def write(touched: Sequence[int]) -> None:
    """Put the words into the index and into the vocabulary."""
    rows = Entry.objects.filter(pk__in=touched).defer("vector", "title_vector")
    texts: dict[tuple[str, str], list[str]] = defaultdict(list)
    written = []
    for row in rows:
        own = (row.title, row.names, row.summary, row.text)
        written.append(Texts(row.pk, row.language, row.text_language, *own))
        texts[row.language, row.text_language].extend(own)
    backend().write(written)
    for (language, text_language), found in texts.items():
        add_words(found, language, text_language)


def forget_all_but(pages: Iterable[int]) -> None:
    """Forget what is shown only by pages that are not among these."""
    kept = set(pages)
    shown = set(Place.objects.values_list("page", flat=True).distinct())
    gone = sorted(shown - kept)
    for at in range(0, len(gone), 500):
        store(gone[at : at + 500], [])
    Entry.objects.filter(places=None).delete()
    backend().clean()
