"""What is no page: snippets, documents, images, settings, sites, redirects, …"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Model
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.models import (
    Collection,
    DraftStateMixin,
    Locale,
    Page,
    TranslatableMixin,
)

from cms.plugins import Action, ContentChange
from cms.visibility import public

__all__ = [
    "ObjectNote",
    "ObjectState",
    "note_on_restriction",
    "object_changes",
    "state_of",
    "stored_before_save",
]


@dataclass(frozen=True, slots=True)
class ObjectState:
    live: bool = True
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ObjectNote:
    """An object was touched: what it was before and is now, None if it is not there."""

    model: type[Model]
    pk: str
    before: ObjectState | None
    after: ObjectState | None
    locale_id: int | None = None
    privacy: bool = False

    @classmethod
    def of(
        cls,
        instance: Model,
        before: ObjectState | None,
        after: ObjectState | None,
    ) -> "ObjectNote":
        locale_id = (
            instance.locale_id if isinstance(instance, TranslatableMixin) else None
        )
        return cls(type(instance), str(instance.pk), before, after, locale_id)


def state_of(instance: Model) -> ObjectState:
    """Return what visitors see of an object that stands like this in the database."""
    return ObjectState(
        live=instance.live if isinstance(instance, DraftStateMixin) else True,
        addresses=addresses_of(instance),
    )


def addresses_of(instance: Model) -> tuple[str, ...]:
    """Return where a document is served from, or what a redirect leads on from."""
    if isinstance(instance, Redirect):
        return redirect_addresses(instance)
    return document_addresses([instance])


def redirect_addresses(redirect: Redirect) -> tuple[str, ...]:
    """Return the address of a redirect; none if it leads to what is not public."""
    target = redirect.redirect_page_id
    if target and not public(Page.objects.filter(pk=target)).exists():
        return ()
    return (redirect.old_path,)


def stored_before_save(instance: Model, using: str) -> Model | None:
    """Return an object as it stands in the database; None if it is new."""
    if instance.pk is None:
        return None
    rows = type(instance)._base_manager.using(using)  # noqa: SLF001 (public in Django)
    return rows.filter(pk=instance.pk).first()


def note_on_restriction(collection_id: int, using: str) -> ObjectNote:
    """Note a collection whose privacy is about to change, and that of its documents."""
    collection = Collection.objects.using(using).get(pk=collection_id)
    documents = get_document_model().objects.using(using)
    inside = documents.filter(collection__path__startswith=collection.path)
    state = ObjectState(addresses=document_addresses(inside.order_by("pk")))
    return ObjectNote(Collection, str(collection_id), state, state, privacy=True)


def document_addresses(objects: Iterable[Model]) -> tuple[str, ...]:
    """Return where documents are served from, if that is on our own host."""
    urls = (item.url for item in objects if isinstance(item, AbstractDocument))
    return tuple(url for url in urls if url.startswith("/"))


def object_changes(notes: list[ObjectNote], using: str) -> Iterator[ContentChange]:
    """Yield what happened to each object, if visitors can see a difference."""
    grouped: dict[tuple[type[Model], str], list[ObjectNote]] = defaultdict(list)
    for found in notes:
        grouped[found.model, found.pk].append(found)
    languages = read_languages(notes, using)
    for (model, pk), own_notes in grouped.items():
        before, after = own_notes[0].before, own_notes[-1].after
        action = action_of(own_notes)
        if action:
            yield ContentChange(
                action=action,
                model=model._meta.label,
                pk=pk,
                language=languages.get(own_notes[-1].locale_id, ""),
                addresses_before=before.addresses if before and before.live else (),
                addresses_after=after.addresses if after and after.live else (),
            )


def action_of(notes: list[ObjectNote]) -> Action | None:
    """Return the strongest thing that happened; None if nobody can see a difference."""
    before, after = notes[0].before, notes[-1].after
    was_public, is_public = bool(before and before.live), bool(after and after.live)
    if was_public and not is_public:
        return "unpublished" if after else "deleted"
    if not is_public:
        return None
    if any(note.privacy for note in notes):
        return "access"
    return "published" if issubclass(notes[0].model, DraftStateMixin) else "changed"


def read_languages(notes: list[ObjectNote], using: str) -> dict[int | None, str]:
    if not any(note.locale_id for note in notes):
        return {}
    return dict(Locale.objects.using(using).values_list("pk", "language_code"))
