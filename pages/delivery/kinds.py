"""What types of pages are called in the API."""

from django.conf import settings

__all__ = ["NAMES", "kind_of", "label_of"]

NAMES = {
    settings.HOME_PAGE_MODEL: "home",
    "pages.ProjectPage": "project",
    "pages.SeriesPage": "series",
    "pages.WorkshopPage": "workshop",
    "pages.NewsIndexPage": "news_index",
    "pages.NewsPage": "news",
    "pages.StandardPage": "standard",
}
"""Of the core, by the labels of the models. A plugin's types go by their labels."""
LABELS = {name: label for label, name in NAMES.items()}


def kind_of(model: type | None) -> str:
    """Return "workshop", or the label of a plugin's model: "polls.PollPage"."""
    label: str = model._meta.label if model else ""  # type: ignore[attr-defined]  # a model's
    return NAMES.get(label, label)


def label_of(kind: str) -> str:
    """Return the label of the model behind a name."""
    return LABELS.get(kind, kind)
