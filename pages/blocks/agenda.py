"""Blocks of the agenda, the open stream of a workshop's programme.

A block of the agenda says by ``agenda_item`` what it means in the programme. A
plugin's block may do the same; one that does not takes its place in the order, without
a time, and is rendered by its own template.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.streams import OpenStreamBlock, UnavailableBlock
from pages.agenda import (
    AgendaItem,
    Contribution,
    DayItem,
    EntryItem,
    SectionItem,
    Track,
)
from pages.blocks.choosers import DocumentChooserBlock
from pages.blocks.lines import LineBlock
from pages.blocks.names import NameBlock
from pages.blocks.people import PeopleBlock, people_in
from pages.blocks.previews import StoredPreview
from pages.blocks.text import INLINE_FEATURES

__all__ = ["AgendaStream", "agenda_items"]


class SlidesBlock(blocks.StreamBlock):
    document = DocumentChooserBlock(label=_("Slides"))

    class Meta:
        required = False
        label = _("Slides")


class ContributionBlock(blocks.StructBlock):
    title = LineBlock(label=_("Title"), max_length=255)
    people = PeopleBlock(label=_("Speakers"))
    slides = SlidesBlock()

    class Meta:
        icon = "user"
        label = _("Talk")
        label_format = "{title}"


class ContributionsBlock(blocks.StreamBlock):
    contribution = ContributionBlock()

    class Meta:
        required = False
        label = _("Talks")


class TrackBlock(blocks.StructBlock):
    title = LineBlock(label=_("Title"), max_length=255)
    room = NameBlock(label=_("Room"), required=False, max_length=100)
    people = PeopleBlock(label=_("Led by"))
    abstract = blocks.RichTextBlock(
        label=_("Description"), required=False, features=INLINE_FEATURES
    )
    contributions = ContributionsBlock()

    class Meta:
        icon = "group"
        label = _("Group")
        label_format = "{title}"


class TracksBlock(blocks.StreamBlock):
    track = TrackBlock()

    class Meta:
        label = _("Groups")


class TimesBlock(StoredPreview, blocks.StructBlock):
    """Base of everything in the programme that takes time."""

    start = blocks.TimeBlock(label=_("Start"))
    end = blocks.TimeBlock(
        label=_("End"),
        required=False,
        help_text=_("Left empty, the entry ends when the next one starts."),
    )


class DayBlock(StoredPreview, blocks.StructBlock):
    date = blocks.DateBlock(label=_("Date"))
    title = LineBlock(
        label=_("Title"), required=False, help_text=_("For example “Evening before”.")
    )

    class Meta:
        icon = "date"
        label = _("Day")
        description = _("What follows is on this day. Not needed for a single day.")
        template = "pages/blocks/day.html"
        label_format = "{date} {title}"
        preview_value = {"date": "2026-03-05", "title": "Vorabend"}

    def agenda_item(self, value: Any, item_id: str) -> DayItem:
        return DayItem(item_id, value["date"], value["title"] or "")


class SectionBlock(StoredPreview, blocks.StructBlock):
    title = LineBlock(label=_("Title"), max_length=255)
    moderators = PeopleBlock(label=_("Moderators"))

    class Meta:
        icon = "title"
        label = _("Section")
        description = _("A heading for the entries that follow, with its moderators.")
        template = "pages/blocks/section.html"
        label_format = "{title}"
        preview_value = {"title": "Erfahrungen aus der Praxis", "moderators": []}

    def agenda_item(self, value: Any, item_id: str) -> SectionItem:
        return SectionItem(
            item_id, value["title"] or "", people_in(value["moderators"])
        )


class SessionBlock(TimesBlock):
    title = LineBlock(label=_("Title"), required=False, max_length=255)
    people = PeopleBlock(label=_("Speakers"))
    contributions = ContributionsBlock(
        help_text=_("Several talks in this slot, each with its own speakers."),
    )
    abstract = blocks.RichTextBlock(
        label=_("Description"), required=False, features=INLINE_FEATURES
    )
    room = NameBlock(label=_("Room"), required=False, max_length=100)
    slides = SlidesBlock()

    class Meta:
        icon = "time"
        label = _("Programme item")
        description = _("A welcome, a talk, several talks, a discussion.")
        template = "pages/blocks/session.html"
        label_format = "{start} {title}"
        preview_value = {"start": "11:00", "title": "Begrüßung"}

    def agenda_item(self, value: Any, item_id: str) -> EntryItem:
        return EntryItem(
            item_id,
            "session",
            value["start"],
            value["end"],
            value["title"] or "",
            people=people_in(value["people"]),
            contributions=contributions_in(value["contributions"]),
            room=value["room"] or "",
            abstract=value["abstract"],
            slides=slides_in(value["slides"]),
        )


class BreakBlock(TimesBlock):
    title = LineBlock(label=_("Title"), required=False, max_length=255)

    class Meta:
        icon = "minus"
        label = _("Break")
        description = _("Coffee, lunch, time to change rooms.")
        template = "pages/blocks/break.html"
        label_format = "{start} {title}"
        preview_value = {"start": "12:45", "title": "Mittagsimbiss"}

    def agenda_item(self, value: Any, item_id: str) -> EntryItem:
        return EntryItem(
            item_id, "break", value["start"], value["end"], value["title"] or ""
        )


class ParallelBlock(TimesBlock):
    title = LineBlock(label=_("Title"), required=False, max_length=255)
    tracks = TracksBlock()

    class Meta:
        icon = "group"
        label = _("Parallel groups")
        description = _("Several groups at the same time, each in its room.")
        template = "pages/blocks/parallel.html"
        label_format = "{start} {title}"
        preview_value = {
            "start": "13:30",
            "title": "Parallele Arbeitsgruppen",
            "tracks": [
                {"type": "track", "value": {"title": "Orte", "room": "Saal"}},
                {"type": "track", "value": {"title": "Wege", "room": "Raum 1.04"}},
            ],
        }

    def agenda_item(self, value: Any, item_id: str) -> EntryItem:
        return EntryItem(
            item_id,
            "parallel",
            value["start"],
            value["end"],
            value["title"] or "",
            tracks=tracks_in(value["tracks"]),
        )


class AgendaStream(OpenStreamBlock):
    """A programme, flat, in its order. Plugins offer more blocks under "agenda"."""

    stream_name = "agenda"

    session = SessionBlock()
    parallel = ParallelBlock()
    section = SectionBlock()
    day = DayBlock()

    class Meta:
        label = _("Programme")


# "break" is a Python keyword and cannot be declared in the class body.
BREAK = BreakBlock()
BREAK.set_name("break")
AgendaStream.base_blocks["break"] = BREAK
AgendaStream.base_blocks.move_to_end("section")
AgendaStream.base_blocks.move_to_end("day")


def agenda_items(stream: Iterable[Any]) -> Iterator[AgendaItem]:
    """Yield what each block of an agenda means; unavailable blocks mean nothing."""
    for child in stream:
        if isinstance(child.block, UnavailableBlock):
            continue
        translate = getattr(child.block, "agenda_item", None)
        if translate:
            yield translate(child.value, child.id or "")
        else:
            yield EntryItem(child.id or "", child.block_type, block=child)


def contributions_in(stream: blocks.StreamValue) -> tuple[Contribution, ...]:
    return tuple(
        Contribution(
            child.value["title"] or "",
            people_in(child.value["people"]),
            slides_in(child.value["slides"]),
            child.id or "",
        )
        for child in stream
    )


def tracks_in(stream: blocks.StreamValue) -> tuple[Track, ...]:
    return tuple(
        Track(
            child.value["title"] or "",
            child.value["room"] or "",
            people_in(child.value["people"]),
            child.value["abstract"],
            contributions_in(child.value["contributions"]),
            child.id or "",
        )
        for child in stream
    )


def slides_in(stream: blocks.StreamValue) -> tuple[object, ...]:
    """Return the chosen documents; one that was deleted since is left out."""
    return tuple(child.value for child in stream if child.value)
