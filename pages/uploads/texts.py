"""Files of plain text: decodable, and nothing else in disguise."""

import codecs
from typing import IO

from pages.uploads.refusals import DAMAGED, MISNAMED, refuse

__all__ = ["check_rich_text", "check_text"]

CHUNK = 1 << 16
# What no text holds, but every program, picture and archive does.
CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))


def check_text(file: IO[bytes], name: str, extension: str) -> None:
    """Refuse what is no text in UTF-8, or in Windows-1252 as older programs write."""
    file.seek(0)
    utf_8 = codecs.getincrementaldecoder("utf-8")()
    is_utf_8 = is_windows = True
    while chunk := file.read(CHUNK):
        if chunk.translate(None, CONTROLS) != chunk:
            raise refuse(MISNAMED, name, type=extension.upper())
        is_utf_8 = is_utf_8 and can_decode(utf_8, chunk)
        # These five bytes mean nothing in Windows-1252.
        is_windows = is_windows and not set(chunk) & set(b"\x81\x8d\x8f\x90\x9d")
    if not (is_utf_8 and can_decode(utf_8, b"", final=True)) and not is_windows:
        raise refuse(MISNAMED, name, type=extension.upper())


def can_decode(
    decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False
) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def check_rich_text(file: IO[bytes], name: str, extension: str) -> None:
    """Refuse what does not begin as RTF begins, or does not end as it ends."""
    file.seek(0)
    if file.read(5) != b"{\\rtf":
        raise refuse(MISNAMED, name, type=extension.upper())
    # The whole document is one group; its end is missing in a file that was cut off.
    size = file.seek(0, 2)
    file.seek(max(0, size - CHUNK))
    if not file.read().rstrip(b"\0\t\r\n ").endswith(b"}"):
        raise refuse(DAMAGED, name)
