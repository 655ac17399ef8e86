"""What every site looks at: headings, pictures, files and links."""

from collections.abc import Iterator

from django.core.files.storage import Storage
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage

from pages.links.judging import Verdict, verdict_on
from pages.models.quality import ExternalAddress
from pages.quality.content import Heading
from pages.quality.registry import Kind, Problem, Subject, register

__all__: list[str] = []

NO_ALT = Kind(
    "no-alternative-text",
    _("Alternative text is missing"),
    _("The picture “%(title)s” has no alternative text in this language."),
    _("Describe it in the form of the picture, or mark it as decoration where it is."),
)
JUMP = Kind(
    "heading-jump",
    _("Headings out of order"),
    _("The heading “%(text)s” is of level %(level)s but stands below level %(above)s."),
    _("Screen readers announce levels. Choose the level in between."),
)
EMPTY = Kind(
    "empty-heading",
    _("Empty heading"),
    _("There is a heading without words."),
    _("Write it or delete it."),
)
NO_FILE = Kind(
    "missing-file",
    _("File is missing"),
    _("The file “%(file)s” is not in the storage. Visitors cannot open it."),
    _("Upload it again."),
)
DELETED_DOCUMENT = Kind(
    "deleted-document",
    _("Link to a deleted document"),
    _("“%(words)s” leads to a document that was deleted."),
    _("Choose another document or remove the link."),
)
DELETED_PICTURE = Kind(
    "deleted-picture",
    _("Deleted picture"),
    _("The picture that stood here was deleted."),
    _("Choose another picture or remove the block."),
)
OFFLINE_PAGE = Kind(
    "unpublished-page",
    _("Link to a page that is not public"),
    # Its title may be a secret to those who may change the page that links to it.
    _("“%(words)s” leads to a page that is not public."),
    _("Publish that page or remove the link."),
)
DELETED_PAGE = Kind(
    "deleted-page",
    _("Link to a deleted page"),
    _("“%(words)s” leads to a page that was deleted."),
    _("Choose another page or remove the link."),
)
BROKEN = Kind(
    "broken-link",
    _("External link is broken"),
    _("“%(words)s” leads to %(url)s: %(why)s."),
    _("Look for the new address or remove the link."),
    lambda data: {**data, "why": ExternalAddress.Outcome(data["outcome"]).label},
)
MOVED = Kind(
    "moved-link",
    _("External link has moved"),
    _("“%(words)s” leads to %(url)s, which has moved for good to %(moved_to)s."),
    _("Take over the new address."),
)
# Headings of streams and rich text stand below one of level 2 or the page's title.
LEVEL_ABOVE = 2


@register(NO_ALT)
def pictures_without_words(subject: Subject) -> Iterator[Problem]:
    for picture in subject.content.pictures:
        image = subject.known.images.get(picture.image)
        if image and subject.language and not image.alt_texts.get(subject.language):
            data = {"title": image.title, "image": picture.image}
            yield Problem(NO_ALT.code, picture.place, data)


@register(JUMP, EMPTY)
def headings_out_of_order(subject: Subject) -> Iterator[Problem]:
    for headings in subject.content.headings.values():
        yield from faults_in(headings)


def faults_in(headings: list[Heading]) -> Iterator[Problem]:
    above = LEVEL_ABOVE
    for heading in headings:
        if not heading.text:
            yield Problem(EMPTY.code, heading.place)
            continue
        if heading.level > above + 1:
            data = {"text": heading.text, "level": heading.level, "above": above}
            yield Problem(JUMP.code, heading.place, data)
        above = heading.level


@register(NO_FILE)
def files_that_are_gone(subject: Subject) -> Iterator[Problem]:
    instance = subject.instance
    if not isinstance(instance, AbstractDocument | AbstractImage):
        return
    file = instance.file
    storage: Storage = file.storage
    if not file.name or not storage.exists(file.name):
        yield Problem(NO_FILE.code, "file", {"file": file.name.rpartition("/")[2]})


@register(DELETED_PICTURE)
def pictures_that_are_gone(subject: Subject) -> Iterator[Problem]:
    for picture in subject.content.pictures:
        if picture.image not in subject.known.images:
            yield Problem(DELETED_PICTURE.code, picture.place)


@register(DELETED_DOCUMENT, OFFLINE_PAGE, DELETED_PAGE)
def links_to_nothing(subject: Subject) -> Iterator[Problem]:
    known = subject.known
    for link in subject.content.links:
        data = {"words": link.words or "–"}
        if link.kind == "document" and link.pk not in known.documents:
            yield Problem(DELETED_DOCUMENT.code, link.place, data)
        if link.kind != "page":
            continue
        is_live = known.pages.get(link.pk)
        if is_live is None:
            yield Problem(DELETED_PAGE.code, link.place, data)
        elif not is_live:
            yield Problem(OFFLINE_PAGE.code, link.place, data)


@register(BROKEN, MOVED)
def links_out_of_date(subject: Subject) -> Iterator[Problem]:
    """Says what the last run of ``check_links`` has found out."""
    for address in subject.content.addresses:
        found = subject.known.addresses.get(address.url)
        if found is None:
            continue
        data = {"words": address.words or "–", "url": address.url}
        verdict = verdict_on(found)
        if verdict is Verdict.BROKEN:
            data["outcome"] = found.outcome
            yield Problem(BROKEN.code, address.place, data)
        elif verdict is Verdict.MOVED:
            data["moved_to"] = found.moved_to
            yield Problem(MOVED.code, address.place, data)
