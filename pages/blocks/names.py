"""Names, which are the same in every language until somebody says otherwise."""

from collections.abc import Sequence

from wagtail_localize.segments import OverridableSegmentValue

from pages.blocks.lines import LineBlock

__all__ = ["NameBlock"]


class NameBlock(LineBlock):
    """A name of a person, an institution or a room.

    It is a fact: it follows the original at once and never is a text to translate.
    Translators may give it another form ("Room 1.04"), until the original changes.
    """

    def get_translatable_segments(self, value: str) -> list[OverridableSegmentValue]:
        return [OverridableSegmentValue("", value)] if value else []

    def restore_translated_segments(
        self, value: str, segments: Sequence[OverridableSegmentValue]
    ) -> str:
        name: str = segments[0].data
        return name
