"""The German catalogue is complete, compiled, and says what it should how it should."""

import ast
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import polib
import pytest
from django.apps import apps
from django.conf import settings
from django.template.base import Lexer, TokenType
from django.urls import reverse
from django.utils.translation import override

from pages.documents import size_in_words
from pages.rendering.dates import clock_in_words, span, zone_name

ROOT = Path(settings.BASE_DIR)
CATALOGUE = Path("locale/de/LC_MESSAGES/django.po")
WORDS_FOR_WAGTAIL = Path("locale/wagtail/de/LC_MESSAGES/django.po")
WORDS_FOR_SCRIPTS = Path("locale/wagtail/de/LC_MESSAGES/djangojs.po")
LAYERS = ("cms", "pages", "home", "search")
TEMPLATES = sorted(path for layer in LAYERS for path in ROOT.glob(f"{layer}/**/*.html"))
MODULES = sorted(path for layer in LAYERS for path in ROOT.glob(f"{layer}/**/*.py"))

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w*\}")
TAG = re.compile(r"<[^<>]*>")
FAMILIAR = re.compile(r"\b(du|dich|dir|dein\w*|euch|euer|eure\w*)\b", re.IGNORECASE)

# Words that installed apps have, too, and that our catalogue changes everywhere.
OURS_ON_PURPOSE = {
    "Administrator": "Administration",
    "Promote": "Auffindbarkeit",
    # Elsewhere "Übersetzung"; here it is the heading of a list of them.
    "Translations": "Übersetzungen",
}


def read(path: Path) -> polib.POFile:
    return polib.pofile(str(path), wrapwidth=78)


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return read(ROOT / CATALOGUE)


@pytest.fixture(
    params=[CATALOGUE, WORDS_FOR_WAGTAIL, WORDS_FOR_SCRIPTS],
    ids=["ours", "wagtail", "scripts"],
)
def each_catalogue(request) -> polib.POFile:
    return read(ROOT / request.param)


def translations(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


def sentences(catalogue: polib.POFile) -> list[tuple[str, str]]:
    """Each translated text with the text it was made from."""
    return [(text, entry.msgid) for entry in catalogue for text in translations(entry)]


def by_msgid(entries) -> dict:
    return {
        (entry.msgctxt, entry.msgid, entry.msgid_plural): translations(entry)
        for entry in entries
    }


def command_of_make_messages() -> list[str]:
    """What deploy/messages.sh calls to collect the texts, without the interpreter."""
    script = (ROOT / "deploy/messages.sh").read_text().replace("\\\n", " ")
    line = next(line for line in script.splitlines() if " makemessages " in line)
    return shlex.split(line)[1:]


def copy_sources(target: Path) -> None:
    """Copy all that holds texts. The command writes between the files it reads."""
    for name in (*LAYERS, "plugins", "locale"):
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name,
                target / name,
                ignore=shutil.ignore_patterns("*.pdf", "*.jpg", "*.png", "vendor"),
            )
    shutil.copy(ROOT / "manage.py", target)


@pytest.mark.gettext
def test_catalogue_holds_the_texts_of_the_code(tmp_path, catalogue):
    copy_sources(tmp_path)
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.dev"}

    subprocess.run(
        [sys.executable, *command_of_make_messages()],
        cwd=tmp_path,
        env={**environment, "DATA_DIR": str(tmp_path / "var")},
        check=True,
        capture_output=True,
    )

    collected = {str(entry) for entry in read(tmp_path / CATALOGUE)}
    differing = collected ^ {str(entry) for entry in catalogue}
    assert sorted(differing) == [], "run `make messages`, then translate"


def test_catalogue_names_its_language(each_catalogue):
    header = each_catalogue.metadata

    assert (header["Language"], header["Plural-Forms"]) == (
        "de",
        "nplurals=2; plural=(n != 1);",
    )
    assert not each_catalogue.metadata_is_fuzzy


def test_every_text_is_translated(each_catalogue):
    unfinished = [entry.msgid for entry in each_catalogue if not entry.translated()]

    assert unfinished == []


def test_catalogue_keeps_no_obsolete_text(each_catalogue):
    assert each_catalogue.obsolete_entries() == []


def test_compiled_catalogue_is_that_of_the_source(each_catalogue):
    compiled = polib.mofile(str(Path(each_catalogue.fpath).with_suffix(".mo")))

    assert by_msgid(compiled) == by_msgid(each_catalogue)


def test_translation_keeps_the_placeholders(catalogue):
    differing = [
        (msgid, text)
        for text, msgid in sentences(catalogue)
        if sorted(set(PLACEHOLDER.findall(text)))
        != sorted(set(PLACEHOLDER.findall(msgid)))
    ]

    assert differing == []


def test_german_addresses_people_as_sie(each_catalogue):
    familiar = [text for text, _ in sentences(each_catalogue) if FAMILIAR.search(text)]

    assert familiar == []


def test_german_quotation_marks_are_german(each_catalogue):
    foreign = [
        text
        for text, _ in sentences(each_catalogue)
        if re.search(r'["”]', TAG.sub("", text)) or text.count("„") != text.count("“")
    ]

    assert foreign == []


def test_german_ends_a_sentence_where_english_does(catalogue):
    differing = [
        (msgid, text)
        for text, msgid in sentences(catalogue)
        if (text[-1] in ".:?") != (msgid[-1] in ".:?")
    ]

    assert differing == []


def test_words_that_other_apps_have_too_stay_the_same(catalogue):
    """A text of ours is looked up first, also where Wagtail asks for its own."""
    ours = by_msgid(catalogue)
    theirs = [
        by_msgid(polib.mofile(str(found)))
        for config in apps.get_app_configs()
        # An environment may lie inside the checkout, so the folder says nothing.
        if "site-packages" in Path(config.path).parts
        for found in Path(config.path).glob("locale/de/LC_MESSAGES/django.mo")
    ]

    changed = {
        key[1]: ours[key][0]
        for texts in theirs
        for key in texts.keys() & ours.keys()
        if texts[key] != ours[key]
    }

    assert changed == OURS_ON_PURPOSE


def test_scripts_of_wagtail_localize_speak_our_words(admin_client):
    with override("de"):
        catalogue = admin_client.get(reverse("wagtail_localize:javascript_catalog"))

    words = {entry.msgid: entry.msgstr for entry in read(ROOT / WORDS_FOR_SCRIPTS)}
    sent = catalogue.content.decode()
    missing = [
        text
        for msgid, text in words.items()
        if f"{json.dumps(msgid)}: {json.dumps(text)}" not in sent
    ]
    assert missing == []


def tags(path: Path, *names: str) -> list[list[str]]:
    """The words of a template's tags of these names."""
    tokens = Lexer(path.read_text()).tokenize()
    blocks = [token for token in tokens if token.token_type == TokenType.BLOCK]
    words = [token.split_contents() for token in blocks]
    return [found for found in words if found[0] in names]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_blocktranslate_is_trimmed(path):
    found = tags(path, "blocktranslate", "blocktrans")

    assert [words for words in found if "trimmed" not in words] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_template_translates_no_variable(path):
    found = tags(path, "translate", "trans")

    assert [words for words in found if words[1][0] not in "\"'"] == []


def translating_calls(path: Path) -> list[ast.Call]:
    calls = [
        node for node in ast.walk(ast.parse(path.read_text())) if type(node) is ast.Call
    ]
    return [
        call
        for call in calls
        if re.fullmatch(r"_|n?p?gettext(_lazy)?", getattr(call.func, "id", ""))
    ]


def test_code_translates_no_variable():
    variables = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in MODULES
        for call in translating_calls(path)
        if not isinstance(call.args[0], ast.Constant)
    ]

    assert variables == []


START = datetime(2018, 2, 22, 11, tzinfo=ZoneInfo("Europe/Berlin"))
# A line does not end at a ~.
IN_WORDS = {
    "de": (
        "Donnerstag, 22.~Februar~2018, 11:00 bis 16:00~Uhr",
        (
            "Donnerstag, 22.~Februar~2018, 11:00~Uhr"
            " bis Freitag, 23.~Februar~2018, 11:00~Uhr"
        ),
        "Donnerstag, 22.~Februar~2018, 11:00~Uhr",
        "16:30",
        "MEZ",
        "1,33 MB",
    ),
    "en": (
        "Thursday, 22~February~2018, 11:00~am to 4:00~pm",
        "Thursday, 22~February~2018, 11:00~am to Friday, 23~February~2018, 11:00~am",
        "Thursday, 22~February~2018, 11:00~am",
        "4:30 pm",
        "CET",
        "1.33 MB",
    ),
}


def visible(marked_up):
    return TAG.sub("", marked_up).replace("\N{NO-BREAK SPACE}", "~")


@pytest.mark.parametrize("language", IN_WORDS)
def test_times_and_sizes_are_written_as_the_language_does(language):
    with override(language):
        words = (
            visible(span(START, START + timedelta(hours=5))),
            visible(span(START, START + timedelta(days=1))),
            visible(span(START, None)),
            clock_in_words(time(16, 30)),
            zone_name(START),
            size_in_words(1_330_000),
        )

    assert words == IN_WORDS[language]
