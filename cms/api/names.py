"""What types of pages and of other objects are called in the API and its events.

The core's models have short names: "workshop", "contact". All others go by the label of
their model, as "polls.PollPage", so that no two plugins can want the same name.
"""

from collections.abc import Mapping

__all__ = ["label_of", "name_of", "register_names"]

NAMES: dict[str, str] = {
    "cms.SiteSettings": "settings",
    "wagtailcore.Collection": "collection",
    "wagtailcore.Locale": "language",
    "wagtailcore.Site": "site",
    "wagtailredirects.Redirect": "redirect",
}
LABELS = {name: label for label, name in NAMES.items()}


def register_names(names: Mapping[str, str]) -> None:
    """Let models go by names; the keys are their labels, as "pages.WorkshopPage"."""
    NAMES.update(names)
    LABELS.update({name: label for label, name in names.items()})


def name_of(label: str) -> str:
    """Return what a model is called, by its label."""
    return NAMES.get(label, label)


def label_of(name: str) -> str:
    """Return the label of the model behind a name."""
    return LABELS.get(name, name)
