"""The form in which an administrator chooses colours and type."""

import pytest
from django.urls import reverse
from wagtail.models import Site

from cms.models import SiteSettings
from tests.rendering.reading import Reading

pytestmark = pytest.mark.django_db


@pytest.fixture
def save(admin_client):
    """Send the form of the only site; what the page says of it."""

    def save(language="en", **values):
        given = {"site_name_0": "Lindenau", **values}
        profile = admin_client.get("/admin/").wsgi_request.user
        profile.wagtail_userprofile.preferred_language = language
        profile.wagtail_userprofile.save()
        return Reading(admin_client.post(address(), given))

    return save


@pytest.fixture(autouse=True)
def profile(admin_user):
    from wagtail.users.models import UserProfile

    return UserProfile.get_for_user(admin_user)


def address():
    site = Site.objects.get()
    return reverse("wagtailsettings:edit", args=["cms", "sitesettings", site.pk])


def test_readable_colours_are_saved_in_one_form(save):
    seen = save(accent=" 1F5C4D ", accent_dark="#9CF", has_band="on", typeface="serif")

    saved = SiteSettings.objects.get()
    assert seen.status == 302
    assert (saved.accent, saved.accent_dark) == ("#1f5c4d", "#99ccff")
    assert (saved.has_band, saved.typeface) == (True, "serif")


def test_pale_colour_is_refused_with_its_ratio_and_what_would_do(save):
    seen = save(accent="#ffd500")

    assert seen.status == 200
    (sentence,) = seen.all(".error-message")
    assert sentence == (
        "#ffd500 cannot be read well enough on #fffcf0: the contrast is 1.38:1, and "
        "text needs at least 4.5:1. The nearest shade that is enough is #866f0c."
    )
    assert seen.one("#id_accent")["value"] == "#ffd500"
    assert SiteSettings.objects.get().theme == ""


def test_refusal_speaks_german(save):
    seen = save(language="de", accent="#ffd500")

    (sentence,) = seen.all(".error-message")
    assert sentence == (
        "#ffd500 ist auf #fffcf0 nicht gut genug zu lesen: Der Kontrast beträgt "
        "1,38:1, Text braucht mindestens 4,5:1. Der nächste Farbton, der ausreicht, "
        "ist #866f0c."
    )


def test_dark_colour_is_refused_on_dark_ground(save):
    seen = save(accent="#1f5c4d", accent_dark="#1f5c4d")

    (sentence,) = seen.all(".error-message")
    assert sentence.startswith("#1f5c4d cannot be read well enough on #14")


def test_ratio_is_never_rounded_up_to_what_is_needed(save):
    """This one has 4.498:1."""
    seen = save(accent="#008255")

    (sentence,) = seen.all(".error-message")
    assert "the contrast is 4.49:1, and text needs at least 4.5:1." in sentence


@pytest.mark.parametrize("value", ["red", "#12345", "url(x)", "a" * 400])
def test_what_is_no_colour_is_refused_with_an_example(save, value):
    seen = save(accent=value)

    (sentence,) = seen.all(".error-message")
    assert sentence == (
        f"“{value[:40]}” is not the number of a colour. Write # and six characters "
        "from 0 to 9 and a to f, for example #1f5c4d."
    )
    assert SiteSettings.objects.get().theme == ""


def test_unknown_typeface_is_refused(save):
    seen = save(typeface="Comic Sans")

    assert len(seen.all(".error-message")) == 1
    assert SiteSettings.objects.get().theme == ""
