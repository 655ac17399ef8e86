"""What a stranger's plugin would say of its block."""

from typing import Literal

from typing_extensions import TypedDict


class NoticeData(TypedDict):
    type: Literal["notices_notice"]
    id: str
    words: str
