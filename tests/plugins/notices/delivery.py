"""What programs are told of a notice."""

from typing import Any, Literal

from typing_extensions import TypedDict

from pages.delivery.blocks import register_block
from pages.delivery.reading import Reader

from .blocks import NoticeBlock


class NoticeData(TypedDict):
    """Something to mind."""

    type: Literal["notices_notice"]
    id: str
    text: str


def notice(child: Any, reader: Reader) -> dict[str, Any]:
    return {"text": child.value["text"]}


def register() -> None:
    register_block(NoticeBlock, NoticeData, notice)
