"""What people upload as a picture of themselves is looked into like any other."""

from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image
from wagtail.users.models import UserProfile

from tests.files import corpus
from tests.files.test_bad_images import BAD
from tests.files.ways import portrait

POSTSCRIPT = (
    b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 900 900\n%%EndComments\n%%EOF\n"
)
BAD_PORTRAITS = {
    **BAD,
    "large and truncated jpg": (
        "ich.jpg",
        corpus.picture("JPEG", (900, 900))[:20_000],
        "“ich.jpg” was not stored: the file is damaged or incomplete.",
    ),
    "postscript": (
        "ich.eps",
        POSTSCRIPT,
        (
            "“ich.eps” was not stored: files of this type are not allowed here. "
            "Allowed are AVIF, GIF, JPG, JPEG, PNG, WEBP."
        ),
    ),
}


def kept():
    return [profile.avatar.name for profile in UserProfile.objects.all()]


@pytest.mark.parametrize("bad", BAD_PORTRAITS)
def test_bad_portrait_is_refused_with_a_sentence(english, stored, bad):
    name, content, sentence = BAD_PORTRAITS[bad]

    answer = portrait(english, "", name, content)

    assert answer == (200, sentence)
    assert (kept(), stored()[0]) == ([""], [])


@pytest.mark.parametrize("size", [(64, 64), (900, 600)])
def test_good_portrait_is_kept_small(english, stored, size):
    answer = portrait(english, "", "ich.png", corpus.picture("PNG", size))

    assert answer == (302, "")
    avatar = UserProfile.objects.get().avatar
    assert max(Image.open(BytesIO(avatar.read())).size) <= 400
    assert stored()[0] == [avatar.name]


def test_form_says_what_it_takes(german):
    html = german.get(reverse("wagtailadmin_account")).content.decode()

    assert "AVIF, GIF, JPG, JPEG, PNG, WEBP; höchstens 20 MB." in html
