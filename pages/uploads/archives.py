"""Files that are ZIP archives inside: those of office programs, books, archives."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pages.uploads.refusals import (
    DAMAGED,
    LOCKED,
    MISNAMED,
    UNPACKED,
    UNUSUAL,
    refuse,
)

__all__ = ["check_archive", "check_office_file", "check_open_document"]

MOST_FILES = 10_000
MOST_UNPACKED = 500_000_000
LONGEST_MANIFEST = 10_000_000
CHUNK = 1 << 20

# Of any other method, Python unpacks all that it has read at once: gigabytes of a few
# bytes. Many programs do not know them, and in office files they are not allowed.
METHODS = frozenset({ZIP_STORED, ZIP_DEFLATED})

# What stands before each entry of the directory (APPNOTE.TXT 4.3.12).
ENTRY = b"PK\1\2"

# A changed byte can ask for a version of the format that Python does not know.
ERRORS = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    zlib.error,
)

# Files of office programs that are locked by a password are no archives any more.
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

PARTS = {"docx": "word/", "pptx": "ppt/", "xlsx": "xl/"}
MEDIA_TYPES = {
    "epub": "application/epub+zip",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
}


def check_archive(file: IO[bytes], name: str, extension: str) -> None:
    """Refuse what is no ZIP archive, is damaged, locked, or grows without measure."""
    with opened(file, name, extension) as archive:
        check_members(archive, name)


def check_office_file(file: IO[bytes], name: str, extension: str) -> None:
    """Refuse what is no file of Office Open XML (ISO/IEC 29500-2) of this type."""
    file.seek(0)
    if file.read(len(COMPOUND_FILE)) == COMPOUND_FILE:
        is_locked = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0" in file.read()
        raise refuse(LOCKED if is_locked else MISNAMED, name, type=extension.upper())
    with opened(file, name, extension) as archive:
        names = archive.namelist()
        has_part = any(member.startswith(PARTS[extension]) for member in names)
        if "[Content_Types].xml" not in names or not has_part:
            raise refuse(MISNAMED, name, type=extension.upper())
        check_members(archive, name)


def check_open_document(file: IO[bytes], name: str, extension: str) -> None:
    """Refuse what is no OpenDocument or EPUB file of this type."""
    with opened(file, name, extension) as archive:
        check_members(archive, name)
        kind = beginning(archive, "mimetype", 200).decode("ascii", "replace")
        if kind.strip() != MEDIA_TYPES[extension]:
            raise refuse(MISNAMED, name, type=extension.upper())
        manifest = beginning(archive, "META-INF/manifest.xml", LONGEST_MANIFEST + 1)
        if len(manifest) > LONGEST_MANIFEST:
            raise refuse(UNPACKED, name)
        if b"encryption-data" in manifest:
            raise refuse(LOCKED, name)


@contextmanager
def opened(file: IO[bytes], name: str, extension: str) -> Iterator[ZipFile]:
    """Open an archive; whatever fails while it is read makes it a damaged one."""
    file.seek(0)
    if file.read(2) != b"PK":
        raise refuse(MISNAMED, name, type=extension.upper())
    # Python reads the whole directory before it tells how long that is.
    if occurrences(file, ENTRY) > MOST_FILES:
        raise refuse(UNPACKED, name)
    file.seek(0)
    try:
        with ZipFile(file) as archive:
            yield archive
    except ERRORS as error:
        raise refuse(DAMAGED, name) from error


def occurrences(file: IO[bytes], mark: bytes) -> int:
    """Count a mark. The number that an archive tells of itself need not be true."""
    file.seek(0)
    number, before = 0, b""
    while chunk := file.read(CHUNK):
        chunk = before + chunk
        number += chunk.count(mark)
        before = chunk[1 - len(mark) :]
    return number


def beginning(archive: ZipFile, member: str, length: int) -> bytes:
    """Return so many bytes of a member, fewer if it ends; none if it is not there."""
    if member not in archive.namelist():
        return b""
    with archive.open(member) as content:
        return content.read(length)


def check_members(archive: ZipFile, name: str) -> None:
    """Read everything once. What a member says of its size is the most it can have."""
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise refuse(LOCKED, name)
    if sum(member.file_size for member in members) > MOST_UNPACKED:
        raise refuse(UNPACKED, name)
    if any(member.compress_type not in METHODS for member in members):
        raise refuse(UNUSUAL, name)
    for member in members:
        read_through(archive, member)


def read_through(archive: ZipFile, member: ZipInfo) -> None:
    with archive.open(member) as content:
        while content.read(CHUNK):
            pass
