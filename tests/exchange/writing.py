"""Writes content files for tests, with pictures and documents beside them."""

from io import BytesIO
from pathlib import Path

import pypdfium2
from django.core.files.storage import default_storage
from PIL import Image

from tests.files.corpus import GOOD

EVERYTHING = Path(__file__).with_name("everything.yaml")

START = """\
version: 1
pages:
- {type: home.HomePage, key: start, locale: de, slug: start, title: Start}
"""


def write_files(folder: Path) -> None:
    """Put the files there that contents of tests may name."""
    for name in ("images", "documents"):
        (folder / name).mkdir(exist_ok=True)
    Image.new("RGB", (8, 8), "red").save(folder / "images/zeichen.png")
    Image.new("RGB", (9, 6), "blue").save(folder / "images/foto.jpg")
    for pages, name in ((2, "flyer"), (1, "flyer-en")):
        (folder / f"documents/{name}.pdf").write_bytes(pdf(pages))
    (folder / "documents/tabelle.xlsx").write_bytes(GOOD["xlsx"])


def stored_files() -> list[str]:
    """Return the names of all files in the storage."""
    folders, _files = default_storage.listdir("")
    return [name for folder in folders for name in default_storage.listdir(folder)[1]]


def pdf(pages: int) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _number in range(pages):
        document.new_page(100, 100)
    target = BytesIO()
    document.save(target)
    document.close()
    return target.getvalue()
