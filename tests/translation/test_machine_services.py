"""DeepL and LibreTranslate over real sockets, in good hours."""

import pytest
from django.utils.translation import override
from wagtail.models import Locale
from wagtail_localize.strings import StringValue

from pages.translation.machine import connection
from pages.translation.machine.chunks import MAX_BYTES, chunks
from tests.translation.machines import (
    GERMAN,
    KEY,
    deepl_at,
    libretranslate_at,
    translate,
)
from tests.translation.service import running


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setattr(connection, "PAUSE_SECONDS", 0.01)
    with override("en"):
        yield


@pytest.fixture
def service():
    with running() as service:
        yield service


@pytest.fixture(params=[deepl_at, libretranslate_at], ids=["DeepL", "LibreTranslate"])
def translator(request, service):
    return request.param(service.address)


@pytest.fixture
def deepl(service):
    return deepl_at(service.address)


@pytest.fixture
def libre(service):
    return libretranslate_at(service.address)


def test_texts_come_back_in_their_order(translator):
    assert translate(translator, "Eins", "Zwei", "Äpfel & <b>Öl</b>") == [
        "EN Eins",
        "EN Zwei",
        "EN Äpfel & <b>Öl</b>",
    ]


def test_deepl_is_asked_for_british_english(service, deepl):
    translate(deepl, "Suppe")

    assert service.paths == ["/v2/translate"]
    assert service.questions == [
        {
            "text": ["Suppe"],
            "tag_handling": "xml",
            "source_lang": "DE",
            "target_lang": "EN-GB",
            "formality": "prefer_more",
        }
    ]
    assert service.headers[0]["Authorization"] == f"DeepL-Auth-Key {KEY}"


def test_deepl_takes_another_language_as_it_is(service, deepl):
    deepl.translate(GERMAN, Locale(language_code="fr"), [StringValue("Suppe")])

    assert service.questions[0]["target_lang"] == "FR"


def test_deepl_gets_the_glossary_of_the_languages(service, deepl):
    deepl.options["GLOSSARY_IDS"] = {("DE", "EN"): "one", ("DE", "FR"): "two"}

    translate(deepl, "Suppe")

    assert service.questions[0]["glossary_id"] == "one"


def test_libretranslate_is_asked_in_html(service, libre):
    translate(libre, "Suppe")

    assert service.paths == ["/translate"]
    assert service.questions == [
        {
            "q": ["Suppe"],
            "source": "de",
            "target": "en",
            "format": "html",
            "api_key": KEY,
        }
    ]


def test_libretranslate_needs_no_key(service, libre):
    libre.options["API_KEY"] = ""

    translate(libre, "Suppe")

    assert "api_key" not in service.questions[0]


def test_netrc_does_not_replace_the_key(service, deepl, tmp_path, monkeypatch):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password else\n")
    monkeypatch.setenv("NETRC", str(netrc))

    translate(deepl, "Suppe")

    assert service.headers[0]["Authorization"] == f"DeepL-Auth-Key {KEY}"


def test_texts_are_sent_in_portions_of_fifty(service, translator):
    texts = [f"Text {number}" for number in range(120)]

    found = translate(translator, *texts)

    assert found == [f"EN {text}" for text in texts]
    counts = [
        len(question.get("q") or question["text"]) for question in service.questions
    ]
    assert counts == [50, 50, 20]


def test_portions_are_no_larger_than_a_request_may_be(service, translator):
    texts = [f"{number} " + "ü" * 20_000 for number in range(8)]

    found = translate(translator, *texts)

    assert found == [f"EN {text}" for text in texts]
    assert len(service.sizes) == 4
    assert max(service.sizes) < 128 * 1024


@pytest.mark.parametrize("count", [0, 1, 3])
def test_chunks_hold_every_text_once(count):
    texts = ["x" * (MAX_BYTES - 10)] * count

    assert list(chunks(texts)) == [[text] for text in texts]
