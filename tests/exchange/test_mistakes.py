"""Each mistake is told at its line and path, in a sentence, all of them at once."""

from pathlib import Path

import pytest
from wagtail.models import Page

from pages.exchange.importer import import_content
from pages.exchange.mistakes import ContentRefused
from tests.exchange.writing import EVERYTHING, START

pytestmark = pytest.mark.django_db

WORKSHOP = """\
version: 1
documents:
- {key: flyer, file: documents/flyer.pdf, title: Flyer}
pages:
- {type: home.HomePage, key: start, locale: de, slug: start, title: Start}
- type: pages.WorkshopPage
  key: w
  locale: de
  parent: start
  slug: w
  title: W
  starts_at: 2018-02-22T11:00:00+01:00
  ends_at: 2018-02-22T17:00:00+01:00
  agenda:
  - {type: session, start: "11:00", title: A}
"""


def page(line: str, kind: str = "pages.StandardPage") -> str:
    """A start page in line 3 and, from line 4, a page whose line 9 is the given one."""
    head = f"- type: {kind}\n  key: p\n  locale: de\n  parent: start\n  slug: p\n"
    return f"{START}{head}  {line}\n" + ("" if "title" in line else "  title: P\n")


# In WORKSHOP, what is after the agenda's last line stands in line 16.
VALUES = [
    # texts
    (
        page("lead: 12"),
        "9: pages[1].lead: 12 is not a text. Put it in quotation marks.",
    ),
    (
        page("lead: true"),
        "9: pages[1].lead: true is not a text. Put it in quotation marks.",
    ),
    (page("lead: [a]"), "9: pages[1].lead: A text is expected here."),
    (
        page(f"lead: {'x' * 601}"),
        "9: pages[1].lead: Ensure this value has at most 600 characters (it has 601).",
    ),
    (page("title: ''"), "9: pages[1].title: This field cannot be blank."),
    (page("title:"), "9: pages[1].title: This is required."),
    # names
    (
        page("leed: x"),
        "9: pages[1].leed: “leed” is not known here. Did you mean “lead”?",
    ),
    (
        page("path: x"),
        "9: pages[1].path: “path” is not known here. Did you mean “parent”?",
    ),
    # dates, numbers, truth
    (
        page("original_published_on: 22.2.2018"),
        (
            "9: pages[1].original_published_on: 22.2.2018 is not a date. "
            "Write it as 2018-02-22."
        ),
    ),
    (
        page("original_published_on: 2018-02-30"),
        (
            "9: pages[1].original_published_on: 2018-02-30 is not a date. "
            "Write it as 2018-02-22."
        ),
    ),
    (
        page("go_live_at: 2018-02-22T11:00:00"),
        (
            "9: pages[1].go_live_at: 2018-02-22T11:00:00 is not a date and time. Write it "
            "as 2018-02-22T11:00:00+01:00, with the offset from UTC."
        ),
    ),
    (
        page("go_live_at: 0001-01-01T00:00:00+14:00"),
        (
            "9: pages[1].go_live_at: 0001-01-01T00:00:00+14:00 is not a date and time. "
            "Write it as 2018-02-22T11:00:00+01:00, with the offset from UTC."
        ),
    ),
    (
        page("show_in_menus: yes"),
        "9: pages[1].show_in_menus: yes is neither true nor false.",
    ),
    (page("live: 1"), "9: pages[1].live: 1 is neither true nor false."),
    (
        WORKSHOP + "  number: -1\n",
        "16: pages[1].number: Ensure this value is greater than or equal to 0.",
    ),
    (
        WORKSHOP + "  calendar_sequence: -1\n",
        (
            "16: pages[1].calendar_sequence: -1 is not a whole number from 0 to "
            "1000000000."
        ),
    ),
    (
        page("calendar_sequence: 1"),
        "9: pages[1].calendar_sequence: “calendar_sequence” is not known here.",
    ),
    (WORKSHOP + "  number: 1.5\n", "16: pages[1].number: 1.5 is not a whole number."),
    # choices
    (
        WORKSHOP + "  attendance: onsite\n",
        (
            "16: pages[1].attendance: “onsite” is not possible here. Possible are: "
            "on_site, online, both. Did you mean “on_site”?"
        ),
    ),
    (
        WORKSHOP + "  time_zone: Europe/Bonn\n",
        "16: pages[1].time_zone: “Europe/Bonn” is not a time zone.",
    ),
    (WORKSHOP + "  online_url: video\n", "16: pages[1].online_url: Enter a valid URL."),
    # references
    (
        WORKSHOP + "  flyer: flier\n",
        (
            "16: pages[1].flyer: There is no “flier” here or on the site. Expected: "
            "document. Did you mean “flyer”?"
        ),
    ),
    (
        WORKSHOP + "  flyer: {locale: de}\n",
        "16: pages[1].flyer: The key is missing here.",
    ),
    (
        WORKSHOP + "  flyer: a flyer\n",
        (
            "16: pages[1].flyer: “a flyer” is not a key. A key is a UUID or a word of "
            "letters, digits, hyphens, dots and underscores."
        ),
    ),
    (
        WORKSHOP + "  page_contacts: [{}]\n",
        "16: pages[1].page_contacts[0].contact: This is required.",
    ),
    (
        WORKSHOP + "  page_contacts: {contact: x}\n",
        "16: pages[1].page_contacts: A list is expected here.",
    ),
    (
        page("slug: q"),
        "9: pages[1].slug: “slug” is given twice, first in line 8.",
    ),
    (
        WORKSHOP + "  change_notes: [{key: n, text: A}, {key: n, text: B}]\n",
        "16: pages[1].change_notes[1].key: This key is used twice in this list.",
    ),
    # blocks
    (
        WORKSHOP + '  - {type: session, start: "25:00", title: B}\n',
        "16: pages[1].agenda[1].start: 25:00 is not a time. Write it as 09:30.",
    ),
    (
        WORKSHOP + "  - {type: session, start: 11}\n",
        "16: pages[1].agenda[1].start: 11 is not a time. Write it as 09:30.",
    ),
    (
        WORKSHOP + "  - {type: session}\n",
        "16: pages[1].agenda[1].start: This field is required.",
    ),
    (
        WORKSHOP + "  - {type: sesion, start: 11:00}\n",
        (
            "16: pages[1].agenda[1].type: There is no block “sesion” here. "
            "Did you mean “session”?"
        ),
    ),
    (
        WORKSHOP + "  - {start: 11:00}\n",
        "16: pages[1].agenda[1]: The type of a block is a word, as “type: text”.",
    ),
    (
        WORKSHOP + "  - Begrüßung\n",
        "16: pages[1].agenda[1]: Names with values are expected here, as “title: …”.",
    ),
    (
        WORKSHOP + "  - {type: session, start: 12:00, people: [{type: person}]}\n",
        "16: pages[1].agenda[1].people[0].name: Enter a name, an institution, or both.",
    ),
    (
        WORKSHOP + "  - {type: session, start: 12:00, room: [x]}\n",
        "16: pages[1].agenda[1].room: A text is expected here.",
    ),
    (
        WORKSHOP + "  - {type: parallel, start: 12:00}\n",
        "16: pages[1].agenda[1].tracks: This field is required.",
    ),
    (
        WORKSHOP + "  - {type: session, start: 12:00, id: x}\n"
        "  - {type: session, start: 12:30, id: x}\n",
        "17: pages[1].agenda[2].id: The id “x” is used twice in this list.",
    ),
    (
        WORKSHOP + "  - {type: session, start: 12:00, id: 7}\n",
        "16: pages[1].agenda[1].id: The id of a block is a short text, best a UUID.",
    ),
    (
        WORKSHOP + "  - {type: session, stored: 1}\n",
        (
            "16: pages[1].agenda[1].stored: The block does not understand what is stored "
            "here."
        ),
    ),
    (
        WORKSHOP + "  body: [{type: figure}]\n",
        "16: pages[1].body[0].image: This is required.",
    ),
    (
        WORKSHOP + "  body: [{type: heading}]\n",
        "16: pages[1].body[0].value: This field is required.",
    ),
    (
        WORKSHOP + "  body: [{type: unavailable, stored: 1}]\n",
        "16: pages[1].body[0].type: There is no block “unavailable” here.",
    ),
    # whole objects
    (
        WORKSHOP + "  - {type: session, start: 12:00, end: 11:30}\n",
        "14: pages[1].agenda: 12:00 (programme item) ends before it begins (11:30).",
    ),
    (
        WORKSHOP.replace("T17:00", "T09:00"),
        "13: pages[1].ends_at: The workshop ends before it has started.",
    ),
]

RICH_TEXT = [
    ("<p>a", "<p> is not closed."),
    ("<p>a</b></p>", "</b> does not close what was opened last."),
    ("<p>a<br>b</p>", "<br> has to be written as <br/>."),
    ("<script>a</script>", "<script> is not possible in a text."),
    ("<P>a</P>", "Names of tags are written in small letters."),
    ("<li>a</li>", "<li> is only possible directly in <ul> or <ol>."),
    ("<p><!-- a --></p>", "Comments are not possible in a text."),
    (
        '<p onclick="a()">b</p>',
        "The attribute “onclick” is not possible in a text.",
    ),
    (
        '<p><a href="java script:a()">b</a></p>',
        "“java script:a()” is not an address of the web, of mail or of this site.",
    ),
    (
        '<p><a linktype="page" key="stort">b</a></p>',
        (
            "There is no “stort” here or on the site. Expected: page. "
            "Did you mean “start”?"
        ),
    ),
    (
        '<p><a linktype="page" id="1">b</a></p>',
        'A link needs the key of what it leads to: <a linktype="page" id="1">',
    ),
    ("<p><a linktype='page'>b</a></p>", "Attributes are written with double quotes."),
    ("<![CDATA[x]]>", "Declarations are not possible in a text."),
    ("<?php ?>", "Declarations are not possible in a text."),
]

HEADERS = [
    ("", "1: The file is empty."),
    ("- a\n", "1: Names with values are expected here, as “title: …”."),
    ("pages: []\n", "1: The first line has to be “version: 1”."),
    ("version: 2\n", "1: version: Version 2 is not known; this is version 1."),
    (
        "version: 1\npage: []\n",
        "2: page: “page” is not known here. Did you mean “pages”?",
    ),
    ("version: 1\npages: {}\n", "2: pages: A list is expected here."),
    (
        "version: 1\npages: [a]\n",
        "2: pages[0]: Names with values are expected here, as “title: …”.",
    ),
    (
        START + "- {type: home.HomPage, key: x, locale: de}\n",
        "4: pages[1].type: There is no type “home.HomPage”. Did you mean “home.HomePage”?",
    ),
    (START + "- {key: x, locale: de}\n", "4: pages[1].type: This is required."),
    (
        START + "- {type: home.HomePage, locale: en}\n",
        "4: pages[1].key: This is required.",
    ),
    (
        START + "- {type: home.HomePage, key: 7, locale: en}\n",
        "4: pages[1].key: 7 is not a text. Put it in quotation marks.",
    ),
    (
        START + "- {type: home.HomePage, key: x, locale: fr}\n",
        "4: pages[1].locale: “fr” is not a language of this site. Its languages are: de, en.",
    ),
    (
        START + "- {type: home.HomePage, key: start, locale: de}\n",
        "4: pages[1].key: The key “start” is given twice, first in content.yaml, line 3.",
    ),
    (
        START + "snippets: [{type: pages.Venu, key: x, locale: de}]\n",
        "4: snippets[0].type: There is no type “pages.Venu”. Did you mean “pages.Venue”?",
    ),
    (
        START + "settings: {logo: zeichen}\n",
        "4: settings.logo: There is no “zeichen” here or on the site. Expected: image.",
    ),
    (
        START + "settings: {site_name: {fr: x}}\n",
        "4: settings.site_name.fr: “fr” is not known here.",
    ),
]

TREE = [
    (
        page("parent: stort").replace("  parent: start\n", ""),
        "8: pages[1].parent: There is no page “stort” in this language. Did you mean “start”?",
    ),
    (
        page("live: true", "home.HomePage"),
        "7: pages[1].parent: A home page cannot stand below a home page. Possible: root of the tree.",
    ),
    (
        page("live: true", "pages.NewsPage"),
        "7: pages[1].parent: A news page cannot stand below a home page. Possible: news overview.",
    ),
    (
        page("live: true").replace("  parent: start\n", ""),
        "4: pages[1].parent: A standard page cannot stand without a parent. Possible: home page, project page, standard page.",
    ),
    (
        page("live: true").replace("slug: p", "slug: q")
        + "- {type: pages.StandardPage, key: q, locale: de, parent: start, slug: q, title: Q}\n",
        "11: pages[2].slug: Another page beside this one has the slug “q”.",
    ),
    (
        page("parent: p").replace("  parent: start\n", ""),
        "8: pages[1].parent: A page cannot stand below itself.",
    ),
    (
        page("live: true")
        + "- {type: pages.ProjectPage, key: p, locale: en, parent: start, slug: q, title: Q}\n- {type: home.HomePage, key: start, locale: en, slug: home, title: H}\n",
        "11: pages[2].type: In another language, this page is a standard page.",
    ),
    (
        page("live: true").replace("slug: p", "slug: a b"),
        "8: pages[1].slug: Enter a valid “slug” consisting of Unicode letters, numbers, underscores, or hyphens.",
    ),
]

FILES = [
    ("{key: a, title: A}", "This is required."),
    ("{key: a, title: A, file: images/nicht.png}", "There is no file “images/nicht.png”."),
    ("{key: a, title: A, file: images}", "There is no file “images”."),
    ("{key: a, title: A, file: ../x.png}", "“../x.png” does not lie in the folder of this file."),
    ("{key: a, title: A, file: /etc/passwd}", "“/etc/passwd” does not lie in the folder of this file."),
    ("{key: a, title: A, file: images/aussen.png}", "“images/aussen.png” leads out of the folder of this file."),
    ("{key: a, title: A, file: documents/tabelle.xlsx}", "“tabelle.xlsx” was not stored: files of this type are not allowed here. Allowed are AVIF, GIF, JPG, JPEG, PNG, WEBP."),
    ("{key: a, title: A, file: images/falsch.jpg}", "“falsch.jpg” was not stored: its content is not of the type JPG."),
]  # fmt: skip

YAML = [
    ("a: [", "1: This is not YAML: expected the node content, but found '<stream end>'."),
    ("version: 1\n\ta: 1", "2: This is not YAML: found character '\\t' that cannot start any token."),
    ("version: 1\n--- \nversion: 1\n", "2: A second document begins here. One file holds one."),
    ("version: 1\npages: *a\n", "2: There is no anchor “a” above."),
    ("version: 1\npages: &a [*a]\n", "2: A value cannot contain itself."),
    ("version: 1\npages: !!python/object:os.system x\n", "2: The tag “tag:yaml.org,2002:python/object:os.system” is not understood here."),
    ("version: 1\n7: x\n", "2: The name of a value is a word. Put it in quotes."),
    ("version: 1\npages: \x07\n", "2: A character that YAML does not allow: U+0007."),
    ('version: 1\npages: "\\0"\n', "2: A character that no text can hold: U+0000."),
    ('version: 1\npages: "\\ud800"\n', "2: A character that no text can hold: U+D800."),
    ("version: 1\npages: " + "[" * 200, "2: Values are nested too deeply here."),
    ("version: 1\na: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(f"{n}: &{n} [{', '.join(['*' + p] * 10)}]\n" for p, n in zip("abcde", "bcdef", strict=True)), "6: Aliases repeat too many values here."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mistake"), [*VALUES, *HEADERS, *TREE, *YAML])
def test_mistake_is_told_at_its_place(mistakes, text, mistake):
    found = mistakes(text)

    assert found == [mistake]
    assert Page.objects.filter(depth__gt=1).count() == 1


@pytest.mark.parametrize(("html", "sentence"), RICH_TEXT)
def test_mistake_in_rich_text_is_told(mistakes, html, sentence):
    quoted = html.replace("'", "''")

    found = mistakes(page(f"body: [{{type: text, value: '{quoted}'}}]"))

    assert found == [f"9: pages[1].body[0].value: {sentence}"]


@pytest.mark.parametrize(("image", "sentence"), FILES)
def test_mistake_in_a_file_is_told(mistakes, folder, image, sentence):
    (folder.parent / "x.png").write_bytes((folder / "images/zeichen.png").read_bytes())
    (folder / "images/aussen.png").symlink_to(folder.parent / "x.png")
    png = (folder / "images/zeichen.png").read_bytes()
    (folder / "images/falsch.jpg").write_bytes(png)

    found = mistakes(f"version: 1\nimages:\n- {image}\n")

    assert found == [f"3: images[0].file: {sentence}"]


def test_file_that_cannot_be_read_is_refused(folder, db):
    path = folder / "latin.yaml"
    path.write_bytes("version: 1\n# Grün\n".encode("latin-1"))

    with pytest.raises(ContentRefused) as refused:
        import_content([path, folder / "fehlt.yaml"])

    assert [str(mistake) for mistake in refused.value.mistakes] == [
        f"{path}:2: The file is not encoded in UTF-8.",
        f"{folder / 'fehlt.yaml'}:1: The file cannot be read: No such file or directory.",
    ]


def test_all_mistakes_are_told_at_once(mistakes):
    text = EVERYTHING.read_text("utf-8")
    text = text.replace("status: moved_online", "status: moved")
    text = text.replace("latitude: 51.4462", "latitude: 91.4462")
    text = text.replace("ends_on: 2019-12-31", "ends_on: 2017-12-31")
    text = text.replace('start: "19:00", title: Dinner', 'start: "19:00", end: "18:00"')
    text = text.replace("slug: imprint", "slug: news")
    text = text.replace('quote: "Zeile 1\\nZeile 2"', "quite: x")
    text = text.replace("file: documents/flyer.pdf", "file: documents/fehlt.pdf")

    found = mistakes(text)

    assert [mistake.split(": ", 2)[1] for mistake in found] == [
        "documents[1].file",
        "snippets[4].latitude",
        "pages[2].ends_on",
        "pages[6].status",
        "pages[6].body[4].quite",
        "pages[6].body[4].quote",
        "pages[7].agenda",
        "pages[13].slug",
    ]


def test_what_follows_from_a_mistake_is_not_told_as_well(mistakes):
    text = EVERYTHING.read_text("utf-8")

    found = mistakes(text.replace("file: images/foto.jpg", "file: images/fehlt.jpg"))

    assert found == ["22: images[1].file: There is no file “images/fehlt.jpg”."]


def test_mistakes_of_several_files_name_their_file(folder, db):
    paths: list[Path] = [folder / "one.yaml", folder / "two.yaml"]
    paths[0].write_text(START + "  lead: 1\n".replace("  lead", "- lead"))
    paths[1].write_text("version: 1\npages: 7\n")

    with pytest.raises(ContentRefused) as refused:
        import_content(paths)

    assert [(Path(m.file).name, m.line) for m in refused.value.mistakes] == [
        ("one.yaml", 4),
        ("one.yaml", 4),
        ("one.yaml", 4),
        ("two.yaml", 2),
    ]
