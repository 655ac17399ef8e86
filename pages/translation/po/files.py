"""Reads a PO file that somebody has uploaded, or says what is wrong with it."""

import codecs
import re
from tempfile import NamedTemporaryFile

import polib
from django.utils.translation import gettext as _

__all__ = ["MAX_MEGABYTES", "UnusableFileError", "read_po"]

MAX_MEGABYTES = 5
CHARSET = re.compile(rb"charset=([\w.:-]+)")
KNOWN_CHARSETS = ("ascii", "cp125", "iso8859", "utf-8", "utf-16")
STATEMENT = re.compile(
    r"(?:(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\])\s+)?"
    r'"(?:[^"\\]|\\.)*"'
)
LINE = re.compile(r"\(line (\d+)\)")
COMPILED = (b"\xde\x12\x04\x95", b"\x95\x04\x12\xde")


class UnusableFileError(Exception):
    """Nothing was imported. The message is a sentence for the translator."""


def read_po(data: bytes) -> polib.POFile:
    """Return the entries of a file, obsolete ones included, with their lines.

    Raises UnusableFileError.
    """
    refuse_other_kinds(data)
    text = decoded(data)
    check_lines(text)
    # Polib splits a string at signs that are no ends of lines in a file.
    with NamedTemporaryFile("w", suffix=".po", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        try:
            return polib.pofile(file.name, encoding="utf-8")
        except OSError as error:  # what polib raises for mistakes
            line = LINE.search(str(error))
            raise mistake_in(int(line[1]) if line else 1) from error


def refuse_other_kinds(data: bytes) -> None:
    if not data.strip():
        raise UnusableFileError(_("The file is empty."))
    if len(data) > MAX_MEGABYTES * 1024 * 1024:
        sentence = _("The file is larger than %(size)d MB. Please divide it.")
        raise UnusableFileError(sentence % {"size": MAX_MEGABYTES})
    if data.startswith(b"PK"):
        raise UnusableFileError(
            _("This is a ZIP archive. Unpack it and choose the PO file in it.")
        )
    if data.startswith(COMPILED):
        raise UnusableFileError(
            _("This is a compiled MO file. Please choose the PO file.")
        )


def decoded(data: bytes) -> str:
    charset = charset_of(data)
    try:
        return data.decode(charset)
    except UnicodeDecodeError as error:
        sentence = _(
            "Line %(line)d has a character that is none in %(charset)s. Save the file "
            "as UTF-8 and import it again."
        )
        line = data.count(b"\n", 0, error.start) + 1
        values = {"line": line, "charset": charset.upper().removesuffix("-SIG")}
        raise UnusableFileError(sentence % values) from error


def charset_of(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    match = CHARSET.search(data)
    try:
        name = codecs.lookup(match[1].decode()).name if match else "utf-8"
    except LookupError:
        name = "utf-8"
    is_plain = name == "utf-8" or not name.startswith(KNOWN_CHARSETS)
    return "utf-8-sig" if is_plain else name


def check_lines(text: str) -> None:
    """Refuse lines that polib would cut short in silence."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, start=1):
        statement = line.strip()
        if statement.startswith("#~") and not statement.startswith("#~|"):
            statement = statement.removeprefix("#~").strip()
        if not statement or statement.startswith("#"):
            continue
        if not STATEMENT.fullmatch(statement):
            raise mistake_in(number)


def mistake_in(line: int) -> UnusableFileError:
    sentence = _(
        "Line %(line)d is not as it has to be in a PO file. Nothing was imported. "
        "Perhaps a quotation mark is missing there, or this is another kind of file."
    )
    return UnusableFileError(sentence % {"line": line})
