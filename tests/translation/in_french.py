"""What a site with a third language does. ``test_third_language.py`` runs this file.

It runs in a process of its own, which has CONTENT_LANGUAGES=de,en,fr in its environment
and nothing else that an ordinary site lacks.
"""

from io import StringIO

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils.translation import gettext, ngettext, override
from wagtail.models import GroupPagePermission, Locale, Page
from wagtail_localize.models import StringTranslation

from pages.models import PageContact, SiteImage, WorkshopPage
from pages.roles import create_roles
from pages.translation.publishing import publish_translation
from pages.translation.snapshots import find_source, pieces_of
from pages.translation.starting import start_translation
from tests import factories
from tests.rendering.reading import Reading, words
from tests.translation.translating import edit, translation_of

pytestmark = pytest.mark.django_db


def version_in(original, language):
    """Return a translation as the database has it."""
    return type(original).objects.get(
        translation_key=original.translation_key, locale__language_code=language
    )


def published_in(original, language):
    """Begin, translate and publish; a text becomes the code and the German words."""
    locale = factories.locale(language)
    start_translation(original, locale)
    source = find_source(original)
    contexts = source.stringsegment_set.values_list("context__path", "context_id")
    contexts = dict(contexts)
    for piece in pieces_of(source):
        StringTranslation.objects.create(
            translation_of_id=piece.string,
            locale=locale,
            context_id=contexts[piece.path],
            data=f"{language.upper()} {piece.text}",
            translation_type="manual",
        )
    publish_translation(translation_of(original, language))
    return version_in(original, language)


@pytest.fixture
def home(db):
    home = factories.home()
    for language in ("en", "fr"):
        published_in(home, language)
    return home


@pytest.fixture
def workshop(home):
    workshop = factories.workshop(home, "Werkstatt", lead="Machen Sie mit.")
    for language in ("en", "fr"):
        published_in(workshop, language)
    return workshop


@pytest.fixture
def read(client):
    def read(where):
        address = where if isinstance(where, str) else where.url
        return Reading(client.get(address))

    return read


def test_languages_have_the_names_that_django_gives_them():
    with override("de"):
        names = [(code, str(name)) for code, name in settings.LANGUAGES]

    assert names == [("de", "Deutsch"), ("en", "Englisch"), ("fr", "Französisch")]


def test_nothing_has_to_be_migrated():
    call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())


def test_checks_of_the_site_have_no_complaint():
    call_command("check", fail_level="WARNING", stderr=StringIO())


def test_change_of_the_original_follows_into_both_languages(workshop):
    workshop = edit(workshop, places=30, lead="Machen Sie alle mit.")

    found = {code: version_in(workshop, code) for code in ("en", "fr")}
    assert {code: page.places for code, page in found.items()} == {"en": 30, "fr": 30}
    assert found["en"].lead == "EN Machen Sie mit."
    assert found["fr"].lead == "FR Machen Sie mit."
    assert found["fr"].text_version < workshop.text_version


def test_new_text_is_known_as_german_in_both_languages(workshop):
    edit(workshop, intro="<p>Neu.</p>")

    for code in ("en", "fr"):
        assert version_in(workshop, code).text_origins["intro"] == [{"string": None}]


def test_one_language_catches_up_without_the_other(workshop):
    workshop = edit(workshop, lead="Machen Sie alle mit.")
    piece = next(p for p in pieces_of(find_source(workshop)) if p.path == "lead")
    StringTranslation.objects.create(
        translation_of_id=piece.string,
        locale=factories.locale("fr"),
        context=find_source(workshop).stringsegment_set.get(order=piece.order).context,
        data="Participez.",
        translation_type="manual",
    )

    publish_translation(translation_of(workshop, "fr"))

    assert version_in(workshop, "fr").lead == "Participez."
    assert version_in(workshop, "fr").text_version == workshop.text_version
    assert version_in(workshop, "en").text_version < workshop.text_version


def test_unpublishing_and_moving_follow_in_both_languages(home, workshop):
    project = factories.project(home, "Projekt")

    workshop.move(project, pos="last-child")
    WorkshopPage.objects.get(pk=workshop.pk).unpublish()

    for code in ("en", "fr"):
        page = version_in(workshop, code)
        assert page.get_parent().translation_key == project.translation_key
        assert not page.live
    assert not any(Page.find_problems())


def test_french_page_says_that_it_is_french(workshop, read):
    found = read(version_in(workshop, "fr"))

    assert found.response.request["PATH_INFO"].startswith("/fr/")
    assert found.html.html["lang"] == "fr"
    assert found.response["Content-Language"] == "fr"
    assert "FR Machen Sie mit." in found.text


def test_each_version_leads_to_the_two_others(workshop, read):
    versions = {"de": workshop, **{c: version_in(workshop, c) for c in ("en", "fr")}}

    for code, page in versions.items():
        links = read(page).html.select(".menu__language a")
        found = {link["hreflang"]: link["href"] for link in links}
        assert found == {c: p.url for c, p in versions.items() if c != code}


def test_search_engines_are_told_of_three_languages(workshop, read):
    links = read(workshop).html.select('link[rel="alternate"][hreflang]')

    found = {link["hreflang"] for link in links}
    assert {"de", "en", "fr"} <= found


def test_search_engines_send_all_others_to_the_original(workshop, read):
    for page in (workshop, version_in(workshop, "fr")):
        default = read(page).one('link[hreflang="x-default"]')
        assert default["href"] == workshop.full_url


def test_german_words_are_marked_on_the_french_page(workshop, read):
    edit(workshop, intro="<p>Neu dabei.</p>")

    found = read(version_in(workshop, "fr"))

    marked = found.html.select(".prose [lang=de], .prose[lang=de]")
    assert [words(one) for one in marked] == ["Neu dabei."]
    assert found.all("h1") == ["FR Werkstatt"]


def test_page_without_french_version_leads_to_the_german_one(home, client):
    project = factories.project(home, "Projekt")

    response = client.get("/fr/projekt/")

    assert response.status_code == 302
    assert response["Location"] == f"{project.url}?from=fr"


def test_german_page_says_which_language_is_missing(home, read):
    project = factories.project(home, "Projekt")

    found = read(f"{project.url}?from=fr")

    assert "Französisch" in found.text
    assert found.all(".menu__language a[hreflang=fr]")


def test_words_nobody_has_translated_are_english_and_never_german(workshop, read):
    contact = PageContact(contact=factories.contact(), locale=workshop.locale)
    edit(workshop, page_contacts=[contact])

    headings = read(version_in(workshop, "fr")).all("h2")

    assert headings == ["Contact"]
    with override("fr"):
        assert gettext("Search") == "Rechercher"
        assert gettext("postponed") == "postponed"
        assert ngettext("%(count)d page", "%(count)d pages", 3) % {"count": 3} == (
            "3 pages"
        )


def test_translators_may_change_french_pages(home):
    create_roles()

    french = version_in(home, "fr")
    granted = GroupPagePermission.objects.filter(
        group=Group.objects.get(name="Translators"), page=french.pk
    )
    assert granted.filter(permission__codename="change_page").exists()


def test_picture_has_a_text_in_three_languages():
    field = SiteImage._meta.get_field("alt_texts").formfield()

    html = field.widget.render("alt_texts", {"fr": "Un atelier"}, {"id": "id_alt"})
    texts = field.clean(["Eine Werkstatt", "", "Un atelier"])

    assert [f'lang="{code}"' in html for code in ("de", "en", "fr")] == [True] * 3
    assert 'value="Un atelier"' in html
    assert texts == {"de": "Eine Werkstatt", "fr": "Un atelier"}


def test_command_begins_pages_in_a_language_that_is_new(tmp_path, settings):
    settings.DATA_DIR = tmp_path
    home = factories.home()
    factories.workshop(home)

    call_command("translate_subtree", "/", "fr", stdout=StringIO())

    assert Locale.objects.filter(language_code="fr").exists()
    assert Page.objects.filter(locale__language_code="fr").count() == 2
    assert not any(Page.find_problems())
