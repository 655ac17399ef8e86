"""A picture that is broken, far too large or not what it is called is refused."""

import pytest

from pages.models import SiteImage
from tests.files import corpus
from tests.files.pdfs import pdf
from tests.files.ways import WAYS, messages, raw, single

IMAGES = "wagtailimages"
DAMAGED = "“{}” was not stored: the file is damaged or incomplete."
PIXELS = "“bild.png” was not stored: it has {} megapixels, at most 60 are allowed."

BAD = {
    "empty": ("bild.png", b"", "“bild.png” was not stored: the file is empty."),
    "script in svg": (
        "bild.svg",
        corpus.SVG,
        (
            "“bild.svg” was not stored: SVG pictures can contain programs and are not "
            "allowed here. Save it as PNG."
        ),
    ),
    "svg called png": (
        "bild.png",
        corpus.SVG,
        "“bild.png” was not stored: its content is not of the type PNG.",
    ),
    "html called jpg": (
        "bild.jpg",
        corpus.HTML,
        "“bild.jpg” was not stored: its content is not of the type JPG.",
    ),
    "png called jpg": (
        "bild.jpg",
        corpus.picture(),
        "“bild.jpg” was not stored: its content is not of the type JPG.",
    ),
    "pdf": (
        "bild.pdf",
        pdf(),
        (
            "“bild.pdf” was not stored: files of this type are not allowed here. "
            "Allowed are AVIF, GIF, JPG, JPEG, PNG, WEBP."
        ),
    ),
    "truncated png": (
        "bild.png",
        corpus.picture()[:-400],
        DAMAGED.format("bild.png"),
    ),
    "truncated jpg": (
        "bild.jpg",
        corpus.picture("JPEG")[:-400],
        DAMAGED.format("bild.jpg"),
    ),
    "truncated webp": (
        "bild.webp",
        corpus.picture("WEBP")[:-400],
        DAMAGED.format("bild.webp"),
    ),
    "truncated avif": (
        "bild.avif",
        corpus.picture("AVIF")[:-400],
        "“bild.avif” was not stored: its content is not of the type AVIF.",
    ),
    "many pixels": ("bild.png", corpus.picture_bomb(9_000, 8_000), PIXELS.format(72)),
    "bomb": ("bild.png", corpus.picture_bomb(60_000, 60_000), PIXELS.format(">120")),
}


@pytest.mark.parametrize("bad", BAD)
def test_bad_picture_is_refused_with_a_sentence_everywhere(english, stored, bad):
    name, content, sentence = BAD[bad]

    answers = {way.__name__: way(english, IMAGES, name, content) for way in WAYS}

    assert answers == {way.__name__: (200, sentence) for way in WAYS}
    # The one that was to be replaced is as it was.
    assert [name for name in stored()[0] if name[0] == "o"] == [
        "original_images/bild.png"
    ]
    assert SiteImage.objects.count() == 1


def test_too_large_a_picture_is_refused_everywhere(english, settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 2_000_000

    answers = {way(english, IMAGES, "bild.png", bytes(2_340_000)) for way in WAYS}

    sentence = "“bild.png” was not stored: it has 2.34 MB, at most 2 MB are allowed."
    assert answers == {(200, sentence)}


def test_frames_of_an_animation_count_together(english, settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 2_000_000

    answer = single(english, IMAGES, "bild.gif", corpus.animation())

    sentence = "“bild.gif” was not stored: it has 3 megapixels, at most 2 are allowed."
    assert answer == (200, sentence)


GOOD = {
    "avif": corpus.picture("AVIF"),
    "gif": corpus.animation(),
    "jpeg": corpus.picture("JPEG"),
    "jpg": corpus.picture("JPEG", progressive=True),
    "png": corpus.picture(),
    "webp": corpus.picture("WEBP"),
}


@pytest.mark.parametrize("extension", GOOD)
def test_good_picture_is_taken_everywhere(english, extension):
    content = GOOD[extension]

    answers = [way(english, IMAGES, f"bild.{extension}", content) for way in WAYS]

    taken = {(one.file_size, one.width > 0) for one in SiteImage.objects.all()}
    assert answers == [(302, ""), (200, ""), (302, ""), (200, "")]
    assert taken == {(len(content), True)}


def test_name_of_a_picture_is_mended(english):
    answer = raw(english, IMAGES, "../a\0/b\u202egnp.png", corpus.picture())

    assert (answer.status_code, messages(answer.content)) == (302, "")
    assert SiteImage.objects.get().filename == "bgnp.png"
