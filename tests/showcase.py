"""What the demo lacks: with it, there is one of everything that visitors may meet."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils.translation import override
from wagtail.blocks import Block, StreamBlock
from wagtail.models import Page, PageViewRestriction, get_page_models

from cms.streams import open_streams
from home.models import HomePage
from pages.models import ContentPage, ProjectPage, ShortLink, WorkshopPage
from tests import factories
from tests.plugins.notices.models import NoticePage

__all__ = [
    "PASSWORD",
    "STREAMS",
    "add_the_rest",
    "addresses",
    "blocks",
    "page_at",
    "page_types",
]

PASSWORD = "Lindenblüte 7"
LANGUAGES = ("de", "en")
STREAMS = {kind.stream_name: kind() for kind in open_streams()}
DEMO = {
    "project": "quartierlabor",
    "finished project": "hofgruen",
    "series": "werkstaetten",
    "past workshop": "werkstatt-1-zuhoeren",
    "workshop": "werkstatt-2-entwerfen",
    "later workshop": "werkstatt-3-erproben",
    "news": "aktuelles",
    "news item": "labor-am-ankerplatz-eroeffnet",
    "standard": "barrierefreiheit",
    "imprint": "impressum",
}
ADDED = {
    "blocks": "bausteine",
    "programme blocks": "programmbausteine",
    "cancelled": "cancelled",
    "postponed": "postponed",
    "moved online": "moved_online",
    "password": "geschuetzt",
    "plugin's page": "hinweis",
}
SEARCHES = {
    "search": "",
    "results": "?q=Werkstatt",
    "narrowed results": "?q=Werkstatt&type=workshop&when=past&sort=newest",
    "misspelt": "?q=Wekrstatt",
    "no results": "?q=Xylophon",
    "no narrowed results": "?q=Xylophon&year=2018",
    "too long": f"?q={'Xylophon+' * 30}",
}


def add_the_rest() -> None:
    """Add to the loaded demo a page with every block, every status, a password."""
    home = HomePage.objects.get(locale=factories.locale())
    added = [
        factories.standard(
            home, "Alle Bausteine", slug=ADDED["blocks"], body=each_of(STREAMS["body"])
        ),
        factories.workshop(
            home,
            "Alle Bausteine eines Programms",
            slug=ADDED["programme blocks"],
            agenda=each_of(STREAMS["agenda"]),
        ),
        factories.standard(home, "Geschützt", slug=ADDED["password"]),
        factories.page(
            NoticePage,
            ProjectPage.objects.get(slug=DEMO["project"], locale=home.locale),
            "Hinweis",
            slug=ADDED["plugin's page"],
        ),
        *(with_status(home, status) for status in WorkshopPage.Status.values[1:]),
    ]
    for page in added:
        for version in (page, factories.translated(page)):
            if page.slug == ADDED["password"]:
                PageViewRestriction.objects.get_or_create(
                    page=version, restriction_type="password", password=PASSWORD
                )

    factories.published(factories.workshop(home, "Entfernt")).delete()


def with_status(home: HomePage, status: str) -> WorkshopPage:
    return factories.workshop(
        home,
        "Werkstatt mit Folgen",
        slug=status,
        status=status,
        status_note="Das Haus hat einen Wasserschaden.",
        venue=factories.venue(f"Haus am Anger ({status})"),
    )


def each_of(stream: StreamBlock) -> list[dict[str, object]]:
    """What each block of a stream shows in its preview, as it is stored."""
    return [
        {"type": name, "value": block.get_prep_value(block.get_preview_value())}
        for name, block in stream.child_blocks.items()
    ]


def blocks() -> dict[str, Block]:
    """Every block of every stream, by the names of both."""
    return {
        f"{stream.stream_name}-{name}": block
        for stream in STREAMS.values()
        for name, block in stream.child_blocks.items()
    }


def addresses(language: str) -> Mapping[str, str]:
    """Paths in one language, by the name of what is there."""
    locale, german_locale = factories.locale(language), factories.locale()
    home = HomePage.objects.get(locale=locale)
    found = {"home": path_of(home)}
    for name, slug in {**DEMO, **ADDED}.items():
        german = Page.objects.get(slug=slug, locale=german_locale)
        found[name] = path_of(german.get_translation(locale))
    with override(language):
        for name, query in SEARCHES.items():
            found[name] = reverse("search") + query
        workshop = WorkshopPage.objects.get(slug=DEMO["workshop"], locale=german_locale)
        found["handout"] = reverse("programme", args=[workshop.short_link.code])
        found["gone"] = ShortLink.objects.get(gone_at__isnull=False).path
    return {**found, "missing": f"{found['home']}gibt-es-nicht/"}


def path_of(page: Page) -> str:
    """Where a page is on each site that shows it."""
    return urlsplit(page.url).path


def page_at(address: str) -> type[Page] | None:
    """The type of page at an address of the site, if there is one."""
    pages = Page.objects.filter(depth__gt=1).specific()
    return {path_of(page): type(page) for page in pages}.get(address)


def page_types() -> set[type[ContentPage]]:
    """The page types of the site and of all plugins."""
    return {kind for kind in get_page_models() if issubclass(kind, ContentPage)}
