"""Good and bad files of each type, made on the spot."""

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image

from tests.files.pdfs import pdf

HTML = b"<!DOCTYPE html><html><script>alert(document.cookie)</script></html>"
SVG = (
    b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">'
    b"<script>alert(document.cookie)</script></svg>"
)
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
LOCKED_OFFICE = COMPOUND + "EncryptedPackage\0".encode("utf-16-le") + bytes(600)


def archive(members):
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return target.getvalue()


def office(part):
    members = {"[Content_Types].xml": "<Types/>", part: "<a>" + "Text " * 99 + "</a>"}
    return archive(members)


def open_document(media_type, **members):
    content = {"mimetype": media_type, "content.xml": "<a>" + "Text " * 99 + "</a>"}
    return archive({**content, **members})


OPEN = "application/vnd.oasis.opendocument."

GOOD = {
    "csv": "Straße;Zahl\r\nLindenweg;3\r\n".encode("cp1252"),
    "docx": office("word/document.xml"),
    "epub": open_document("application/epub+zip"),
    "odp": open_document(OPEN + "presentation"),
    "ods": open_document(OPEN + "spreadsheet"),
    "odt": open_document(OPEN + "text"),
    "pdf": pdf(),
    "pptx": office("ppt/presentation.xml"),
    "rtf": b"{\\rtf1 Text}",
    "txt": "Straße – Text\n".encode(),
    "xlsx": office("xl/workbook.xml"),
    "zip": archive({"a/b.txt": "Text"}),
}


def locked_archive():
    """An archive whose only member says that it is encrypted."""
    content = bytearray(GOOD["zip"])
    for mark, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        content[content.index(mark) + place] |= 1
    return bytes(content)


def damaged_archive():
    """A file of a word processor in which one byte was changed on its way."""
    content = bytearray(GOOD["docx"])
    content[content.index(b"word/document.xml") + 25] ^= 0xFF
    return bytes(content)


def zip_bomb(size=600_000_000):
    """An archive that is small and says truly how large it will be."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        with file.open("word/document.xml", "w", force_zip64=True) as member:
            for _number in range(size // 10_000_000):
                member.write(bytes(10_000_000))
    return target.getvalue()


def picture(kind="PNG", size=(64, 48), **options):
    target = BytesIO()
    Image.effect_noise(size, 90).convert("RGB").save(target, kind, **options)
    return target.getvalue()


def animation(frames=3):
    target = BytesIO()
    images = [Image.new("L", (1000, 1000), 80 * number) for number in range(frames)]
    images[0].save(target, "GIF", save_all=True, append_images=images[1:])
    return target.getvalue()


def picture_bomb(width, height):
    """A PNG of a few bytes that says it is that large; its pixels are never made."""

    def chunk(kind, content):
        check = zlib.crc32(kind + content)
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1_000_000), 9)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", pixels)
        + chunk(b"IEND", b"")
    )
