"""A draft says what the page will say once it is published, whatever is in it."""

import json
from uuid import uuid4

import pytest
from wagtail.fields import StreamField
from wagtail.models import Site

from pages.models import (
    ChangeNote,
    Menu,
    PageContact,
    PageDocument,
    PlannedWorkshop,
    ProjectFunding,
    ProjectOrganisation,
)
from tests import factories
from tests.drafts.looking import look, set_front_end
from tests.rendering.content import Content

pytestmark = pytest.mark.django_db

DATES = {"published_on", "updated_on"}
TYPES = [
    "HomePage",
    "ProjectPage",
    "SeriesPage",
    "WorkshopPage",
    "NewsIndexPage",
    "NewsPage",
    "StandardPage",
]


def undated(page):
    return {name: value for name, value in page.items() if name not in DATES}


def read(ask, token):
    [item] = ask(f"/drafts/{token}")["items"]
    return item


def change(page, content):
    """Change what a form can change, and what lies beside the page itself."""
    page.title = f"{page.title} (neu)"
    if page.is_leaf():  # else pages below it have other addresses afterwards
        page.slug = f"{page.slug}-neu"
    page.lead = "Noch nicht gespeichert."
    page.body = [*content.stream(), {"type": "heading", "value": "Ganz neu"}]
    here = {"locale": page.locale}
    page.page_contacts = [
        PageContact(contact=factories.contact(name), sort_order=number, **here)
        for number, name in enumerate(["Kim Neu", "Ali Neu"])
    ]
    page.page_documents.add(
        PageDocument(document=content.documents[0], title="Neu", **here)
    )
    page.change_notes = [ChangeNote(text="Alles neu", **here)]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", TYPES)
def test_draft_of_a_page_is_the_answer_after_publishing(ask, editor, name, language):
    content = Content(2)
    set_front_end(Site.objects.get())
    pages = content.translate() if language == "en" else content.pages
    page = type(pages[name]).objects.get(pk=pages[name].pk)
    if language == "de":
        change(page, content)
        change_children(page)
    page.seo_title = "Für Suchmaschinen"
    as_from_a_form(page)

    item = read(ask, look(editor, page).token)

    page.save_revision().publish()
    published = ask(f"/pages/{page.pk}")
    assert item["type"] == "page"
    assert undated(item["page"]) == undated(published)
    assert published["seo_title"] == "Für Suchmaschinen"


def as_from_a_form(page):
    """Give each block its id, and times whole seconds: code leaves that out."""
    for name in {"starts_at", "ends_at"} & vars(page).keys():
        setattr(page, name, getattr(page, name).replace(microsecond=0))
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            stored = getattr(page, field.name).get_prep_value()
            setattr(page, field.name, json.dumps(with_ids(stored)))


def with_ids(value):
    if isinstance(value, list):
        return [with_ids(one) for one in value]
    if not isinstance(value, dict):
        return value
    inner = {name: with_ids(one) for name, one in value.items()}
    return (
        {**inner, "id": inner.get("id") or str(uuid4())} if "type" in value else inner
    )


def change_children(page):
    here = {"locale": page.locale}
    name = type(page).__name__
    if name == "SeriesPage":
        page.planned_workshops = [PlannedWorkshop(number=7, title="Geplant", **here)]
    if name == "ProjectPage":
        logo = factories.image("Neues Logo")
        partner = factories.organisation("Neuer Partner", logo=logo)
        grant = factories.funding("Neues Programm", logo=logo)
        page.project_organisations = [
            ProjectOrganisation(organisation=partner, role="partner", **here)
        ]
        page.project_fundings = [ProjectFunding(funding=grant, **here)]
    if name == "WorkshopPage":
        page.status = "postponed"
        page.venue = factories.venue("Neuer Ort")


def test_page_that_was_never_published_is_the_answer_after_publishing(
    home, ask, editor
):
    series = factories.series(home)
    page = factories.workshop(series, "Entwurf", live=False)
    page.page_contacts.add(
        PageContact(contact=factories.contact(), locale=page.locale, sort_order=0)
    )
    page.intro = f'<p><a linktype="page" id="{page.pk}">Hier</a></p>'

    item = read(ask, look(editor, page).token)

    page.save_revision().publish()
    published = ask(f"/pages/{page.pk}")
    # What visitors can fetch of a page is there only when it is public.
    nothing = {"calendar": None, "pdf": None, "text": None}
    assert undated(item["page"]) == {**undated(published), "files": nothing}
    assert published["files"]["calendar"]
    assert item["page"]["series"]["title"] == "Reihe"
    assert item["page"]["published_on"] is None


def test_page_that_was_never_saved_is_the_answer_apart_from_its_number(
    home, ask, editor
):
    page = factories.StandardPage(
        title="Entwurf", slug="entwurf", locale=home.locale, lead="Neu."
    )
    page.depth, page.path = (
        home.depth + 1,
        home._get_children_path_interval(home.path)[0],
    )
    page.page_contacts = [
        PageContact(contact=factories.contact(), locale=home.locale, sort_order=0)
    ]

    looking = look(editor, page)
    item = read(ask, looking.token)

    home.add_child(instance=page)
    page.save_revision().publish()
    published = ask(f"/pages/{page.pk}")
    assert item["page"]["id"] == 0
    assert item["page"]["path"] == looking.parameters["path"] == "/entwurf/"
    assert undated({**item["page"], "id": page.pk}) == undated(published)


SNIPPETS = {
    "contact": lambda: factories.contact(
        organisation=factories.organisation(logo=factories.image())
    ),
    "organisation": lambda: factories.organisation(logo=factories.image()),
    "venue": lambda: factories.venue(latitude="51.100000", longitude="13.700000"),
    "funding": lambda: factories.funding(logo=factories.image()),
}


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("kind", SNIPPETS)
def test_draft_of_a_snippet_is_what_pages_say_of_it_afterwards(
    home, ask, editor, kind, language
):
    snippet = SNIPPETS[kind]()
    if language == "en":
        snippet = snippet.copy_for_translation(factories.locale("en"))
        snippet.save()
    renamed = "programme" if kind == "funding" else "name"
    setattr(snippet, renamed, "Noch nicht gespeichert")

    item = read(ask, look(editor, snippet).token)

    snippet.save()
    page = page_with(kind, snippet, home)
    assert item[kind] == said_on(ask(f"/pages/{page.pk}"), kind)
    assert (item["type"], item[kind][renamed]) == (kind, "Noch nicht gespeichert")
    assert item[kind]["language"] == language


def page_with(kind, snippet, home):
    project = factories.project(home)
    here = {"page": project, "locale": home.locale}
    if kind == "contact":
        PageContact.objects.create(contact=snippet, **here)
    if kind == "organisation":
        ProjectOrganisation.objects.create(organisation=snippet, role="lead", **here)
    if kind == "funding":
        ProjectFunding.objects.create(funding=snippet, **here)
    return factories.workshop(home, venue=snippet) if kind == "venue" else project


def said_on(page, kind):
    if kind == "venue":
        return page["venue"]
    if kind == "funding":
        return page["funding"][0]
    if kind == "contact":
        return page["contacts"][0]
    return {k: v for k, v in page["organisations"][0].items() if k != "role"}


@pytest.mark.parametrize("language", ["de", "en"])
def test_draft_of_a_menu_is_what_the_navigation_says_afterwards(ask, editor, language):
    content = Content(2)
    set_front_end(Site.objects.get())
    content.translate()
    hidden = factories.standard(content.home, "Geheim", live=False)
    menu = Menu.objects.get(place="header", locale__language_code=language)
    first, second = menu.items.all()
    first.label = "Neu"
    second.page = hidden
    menu.items = [first, second]

    item = read(ask, look(editor, menu).token)

    menu.save()
    navigation = ask(f"/navigation?language={language}")
    assert item["menu"]["entries"] == navigation["header"]
    assert [entry["label"] for entry in item["menu"]["entries"]] == ["Neu"]
    assert item["menu"]["place"] == "header"
