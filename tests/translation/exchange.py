"""A workshop whose texts go out and come back, and the people who send them."""

from typing import Any

import polib
from django.contrib.auth.models import Group
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringTranslation

from pages.models import WorkshopPage
from pages.roles import create_roles
from pages.translation.po.exporting import export_po
from pages.translation.po.files import read_po
from pages.translation.po.importing import import_po
from pages.translation.po.outcome import Outcome
from tests import factories
from tests.translation.translating import start, translation_of

__all__ = [
    "begun",
    "entry_for",
    "exported",
    "filled",
    "filled_upstream",
    "imported",
    "line_of",
    "make_workshop",
    "rows",
    "session",
    "stored",
    "translator",
    "write",
]


def session(key: str, title: str, **values: Any) -> dict[str, Any]:
    value = {"start": "11:00", "title": title, **values}
    return {"type": "session", "id": key, "value": value}


def make_workshop(home: Any, **values: Any) -> WorkshopPage:
    """A workshop with names, rooms, a link, a number alone and a text twice."""
    texts = {
        "title": "Werkstatt 1",
        "lead": "Machen Sie mit.",
        "intro": (
            '<p>Bis 6.3. <a href="https://a.example">anmelden</a>.</p><p>2031</p>'
        ),
        "agenda": [
            session(
                "a",
                "Begrüßung",
                room="Saal 1",
                people=[{"type": "person", "id": "p", "value": {"name": "Jo Wallner"}}],
            ),
            session("b", "Begrüßung"),
        ],
    }
    return factories.workshop(home, **{**texts, **values})


def begun(home: Any, **values: Any) -> WorkshopPage:
    """The same, with an English version that has no English text yet."""
    workshop = make_workshop(home, **values)
    start(workshop)
    return workshop


def rows(original: Any) -> dict[str, StringTranslation]:
    """All translated strings of a page by their German text and place."""
    found = StringTranslation.objects.filter(
        context__object_id=original.translation_key
    ).select_related("context", "translation_of")
    return {f"{row.context.path}: {row.translation_of.data}": row for row in found}


def stored(original: Any) -> dict[str, str]:
    """The translated texts by their German ones."""
    return {row.translation_of.data: row.data for row in rows(original).values()}


def write(original: Any, german: str, english: str, **values: Any) -> StringTranslation:
    """Translate one string of a page, wherever it stands first."""
    translation = translation_of(original)
    segment = (
        translation.source.stringsegment_set.filter(string__data=german)
        .order_by("order")
        .first()
    )
    row, _created = StringTranslation.objects.update_or_create(
        translation_of_id=segment.string_id,
        context_id=segment.context_id,
        locale=translation.target_locale,
        defaults={"data": english, "translation_type": "manual", **values},
    )
    return row


def translator(django_user_model: Any, name: str = "tom") -> Any:
    """Somebody who may change English pages, and reads the admin in English."""
    create_roles()
    user = django_user_model.objects.create_user(name, f"{name}@a.example", "secret")
    UserProfile.objects.create(user=user, preferred_language="en")
    user.groups.add(Group.objects.get(name="Translators"))
    return user


def exported(*originals: Any) -> polib.POFile:
    """The file of some pages, as a translator's program reads it."""
    translations = [translation_of(original) for original in originals]
    po = export_po(translations, factories.locale("en"))
    return read_po(str(po).encode())


def filled(po: polib.POFile, **texts: str) -> polib.POFile:
    """The same file with final translations of some fields."""
    for entry in po:
        path = entry.msgctxt.split(":")[1]
        if path in texts:
            entry.msgstr = texts[path]
            entry.fuzzy = False
    return po


def imported(po: polib.POFile, user: Any, only: Any = None) -> Outcome:
    """What comes of the file, sent back as bytes."""
    return import_po(
        read_po(str(po).encode()), user, only=only and translation_of(only)
    )


def entry_for(po: polib.POFile, german: str) -> polib.POEntry:
    return next(entry for entry in po if entry.msgid == german)


def line_of(po: polib.POFile, german: str) -> int:
    return next(e.linenum for e in read_po(str(po).encode()) if e.msgid == german)


def filled_upstream(original: Any, **texts: str) -> polib.POFile:
    """The same, as wagtail-localize would write the file."""
    po = translation_of(original).export_po()
    for entry in po:
        entry.msgstr = texts.get(entry.msgctxt, "")
    return po
