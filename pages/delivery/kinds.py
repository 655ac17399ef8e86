"""What types of pages and entries of the directory are called in the API."""

from django.conf import settings

from cms.api.names import name_of, register_names

__all__ = ["kind_of", "register_kinds"]

KINDS = {
    settings.HOME_PAGE_MODEL: "home",
    "pages.ProjectPage": "project",
    "pages.SeriesPage": "series",
    "pages.WorkshopPage": "workshop",
    "pages.NewsIndexPage": "news_index",
    "pages.NewsPage": "news",
    "pages.StandardPage": "standard",
    "pages.Contact": "contact",
    "pages.Organisation": "organisation",
    "pages.Venue": "venue",
    "pages.Funding": "funding",
    "pages.Menu": "menu",
    settings.WAGTAILDOCS_DOCUMENT_MODEL: "document",
    settings.WAGTAILIMAGES_IMAGE_MODEL: "image",
}


def register_kinds() -> None:
    register_names(KINDS)


def kind_of(model: type | None) -> str:
    """Return "workshop", or the label of a plugin's model: "polls.PollPage"."""
    return name_of(model._meta.label) if model else ""  # type: ignore[attr-defined]  # a model's
