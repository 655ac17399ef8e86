"""Files that are no PO files, or not whole: a sentence that names the line."""

import polib
import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from pages.translation.po.files import UnusableFileError, read_po

GOOD = """\
msgid ""
msgstr "Content-Type: text/plain; charset=%s\\n"

#, fuzzy
#| msgid "Früher"
msgctxt "a"
msgid "Suppe"
msgstr ""
"So"
"up"

#~ msgid "Alt"
#~ msgstr "Old"
"""


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def complaint(data):
    with pytest.raises(UnusableFileError) as caught:
        read_po(data)
    return str(caught.value)


@pytest.mark.parametrize(
    "charset", ["UTF-8", "ISO-8859-1", "cp1252", "CHARSET", "rot13"]
)
def test_file_is_read_in_its_encoding(charset):
    encoding = charset if charset[0] in "UIc" else "UTF-8"
    data = (GOOD % charset).encode(encoding)

    po = read_po(data)

    entry = po[0]
    assert (entry.msgid, entry.msgstr, entry.fuzzy) == ("Suppe", "Soup", True)
    assert (entry.previous_msgid, entry.linenum) == ("Früher", 4)
    assert [entry.msgid for entry in po.obsolete_entries()] == ["Alt"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_mark_at_the_beginning_is_no_mistake(encoding):
    data = (GOOD % "UTF-8").encode(encoding)

    assert read_po(data)[0].msgstr == "Soup"


def test_windows_ends_of_lines_are_no_mistake():
    data = (GOOD % "UTF-8").replace("\n", "\r\n").encode()

    assert read_po(data)[0].msgstr == "Soup"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (b" \n\n", "The file is empty."),
        (
            b"PK\x03\x04...",
            "This is a ZIP archive. Unpack it and choose the PO file in it.",
        ),
        (
            polib.POFile().to_binary(),
            "This is a compiled MO file. Please choose the PO file.",
        ),
        (
            b'msgid "a"\nmsgstr "\xfc"\n',
            (
                "Line 2 has a character that is none in UTF-8. Save the file as UTF-8 "
                "and import it again."
            ),
        ),
        (
            b'msgid ""\nmsgstr "charset=ascii\\n"\n\nmsgid "\xfc"\nmsgstr ""\n',
            (
                "Line 4 has a character that is none in ASCII. Save the file as UTF-8 "
                "and import it again."
            ),
        ),
        (
            b"x" * (5 * 1024 * 1024 + 1),
            "The file is larger than 5 MB. Please divide it.",
        ),
    ],
)
def test_other_kinds_of_files_are_named(data, sentence):
    assert complaint(data) == sentence


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        (["Hello"], 1),
        (["%PDF-1.7", "..."], 1),
        (['msgid "a"', 'msgstr "b'], 2),
        (['msgid "a"', "msgstr b"], 2),
        (['msgid "a"', 'msgstr "b" c"'], 2),
        (['msgid "a"', 'msgstr "b\\"'], 2),
        (['msgid "a"', 'msgid "b"', 'msgstr ""'], 2),
        (['msgstr "b"', 'msgid "a"'], 1),
        (['msgid "a"', 'msgstr "b"', "", "<<<<<<< ours"], 4),
        (['#~ msgid "a"', '#~ msgstr "b'], 2),
        (['msgid "a"', 'msgstr[x] "b"'], 2),
    ],
)
def test_mistake_is_named_with_its_line(lines, line):
    assert complaint("\n".join(lines).encode()) == (
        f"Line {line} is not as it has to be in a PO file. Nothing was imported. "
        "Perhaps a quotation mark is missing there, or this is another kind of file."
    )


def test_name_of_a_file_is_not_read_as_a_file(tmp_path):
    secret = tmp_path / "secret.po"
    secret.write_text('msgid "a"\nmsgstr "b"\n')

    sentence = complaint(str(secret).encode())

    assert sentence.startswith("Line 1 is not as it has to be")


STATEMENTS = (
    'msgid "a"|msgstr "b"|msgctxt "c"|#~ msgid "d"|#, fuzzy|#| msgid "e"|"|#~|#|'
)


def answer(data):
    """The file that was read, or the sentence with which it was refused."""
    try:
        return read_po(data)
    except UnusableFileError as refused:
        return str(refused)


@given(st.lists(st.sampled_from(STATEMENTS.split("|")) | st.text(max_size=4)))
def test_any_text_is_read_or_refused(lines):
    found = answer("\n".join(lines).encode())

    assert isinstance(found, polib.POFile) or found.endswith(".")


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data):
    found = answer(data)

    assert isinstance(found, polib.POFile) or found.endswith(".")
