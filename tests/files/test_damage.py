"""Whatever happens to a file on its way, it is taken or refused with a sentence."""

import random
import tracemalloc
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from pages.uploads import archives
from pages.uploads.fields import DocumentField, PictureField
from tests.files import corpus

DAMAGED = "“{}” was not stored: the file is damaged or incomplete."
UNPACKED = "“{}” was not stored: unpacked it would be far too large."
TRIALS = 300


def packed(method, **members):
    target = BytesIO()
    with ZipFile(target, "w", method) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return target.getvalue()


FILES = {
    **{f"brief.{one}": corpus.GOOD[one] for one in ("csv", "docx", "odt", "rtf")},
    "deflate.zip": corpus.GOOD["zip"],
    "bild.avif": corpus.picture("AVIF", (24, 18)),
    "bild.gif": corpus.picture("GIF", (24, 18)),
    "bild.jpg": corpus.picture("JPEG", (24, 18)),
    "bild.png": corpus.picture("PNG", (24, 18)),
    "bild.webp": corpus.picture("WEBP", (24, 18)),
}


@pytest.fixture(autouse=True)
def _all_types(settings):
    settings.WAGTAILDOCS_EXTENSIONS = list(corpus.GOOD)
    settings.LANGUAGE_CODE = "en"


def answer_to(name, content):
    """What a field says of a file: "" if it takes it."""
    field = PictureField if name.startswith("bild") else DocumentField
    try:
        field().clean(SimpleUploadedFile(name, content))
    except ValidationError as error:
        return error.messages[0]
    return ""


def test_rich_text_that_was_cut_off_is_refused():
    answer = answer_to("brief.rtf", corpus.GOOD["rtf"][:-1])

    assert answer == "“brief.rtf” was not stored: the file is damaged or incomplete."


def changed_copies(content):
    chance = random.Random(7)  # noqa: S311 (the same for everybody)
    for _number in range(TRIALS):
        copy = bytearray(content)
        copy[chance.randrange(len(copy))] ^= chance.randrange(1, 256)
        yield bytes(copy)


@pytest.mark.parametrize("name", FILES)
def test_file_with_a_changed_byte_is_taken_or_refused(name):
    answers = {answer_to(name, copy) for copy in changed_copies(FILES[name])}

    assert answer_to(name, FILES[name]) == ""
    assert all(not said or "was not stored" in said for said in answers)


def test_archive_of_an_unknown_version_is_damaged():
    content = bytearray(corpus.GOOD["zip"])
    content[content.index(archives.ENTRY) + 6] = 224

    assert answer_to("paket.zip", bytes(content)) == DAMAGED.format("paket.zip")


@pytest.mark.parametrize("method", [ZIP_BZIP2, ZIP_LZMA])
def test_archive_that_is_packed_unusually_is_not_unpacked(method):
    """A few bytes of these become gigabytes at once, whatever size they tell."""
    content = packed(method, text="Text " * 99)

    assert answer_to("paket.zip", content) == (
        "“paket.zip” was not stored: it is packed in a way that not every program can "
        "open. Pack it as an ordinary ZIP file (method “Deflate”)."
    )


def memory_for(name, content):
    """What is said of a file, and the bytes of memory that it took at most."""
    tracemalloc.start()
    try:
        return answer_to(name, content), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("member", "sentence"),
    [
        ("mimetype", "“{}” was not stored: its content is not of the type ODT."),
        ("META-INF/manifest.xml", UNPACKED),
    ],
)
def test_open_document_that_grows_when_it_is_read_takes_little_memory(member, sentence):
    members = {"mimetype": corpus.OPEN + "text", "content.xml": "<a/>"}
    content = packed(ZIP_DEFLATED, **{**members, member: bytes(100_000_000)})

    said, used = memory_for("brief.odt", content)

    assert said == sentence.format("brief.odt")
    assert used < 40_000_000


def test_archive_of_too_many_files_is_not_opened(monkeypatch):
    many = {str(number): b"" for number in range(archives.MOST_FILES + 1)}
    content = packed(ZIP_DEFLATED, **many)
    monkeypatch.setattr(archives, "ZipFile", None)

    assert answer_to("paket.zip", content) == UNPACKED.format("paket.zip")


def test_office_file_is_read_from_its_beginning():
    file = BytesIO(corpus.LOCKED_OFFICE)
    file.read(100)

    with pytest.raises(ValidationError, match="cannot be opened without a password"):
        archives.check_office_file(file, "brief.docx", "docx")
