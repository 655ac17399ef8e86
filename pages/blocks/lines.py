"""Lines of text."""

from wagtail import blocks

__all__ = ["LineBlock"]


class LineBlock(blocks.CharBlock):
    """A line of text; "" where there is none.

    Wagtail's own keeps None for a line that was never written, as after an import. That
    is found by a search and shown by comparisons as the word "None".
    """

    def get_default(self) -> str:
        default: str | None = super().get_default()
        return default or ""

    def to_python(self, value: str | None) -> str:
        line: str | None = super().to_python(value)
        return line or ""
