"""Blocks for the body and for the agenda."""

from typing import Any

from wagtail import blocks

from pages.agenda import EntryItem


class NoticeBlock(blocks.StructBlock):
    text = blocks.CharBlock()

    class Meta:
        icon = "warning"
        template = "notices/notice.html"
        preview_value = {"text": "Mind the step"}


class VoteBlock(blocks.StructBlock):
    start = blocks.TimeBlock()
    question = blocks.CharBlock()

    class Meta:
        icon = "tick"
        template = "notices/vote.html"
        preview_value = {"start": "14:00", "question": "Shall we go on?"}

    def agenda_item(self, value: Any, item_id: str) -> EntryItem:
        return EntryItem(item_id, "vote", value["start"], None, value["question"])
