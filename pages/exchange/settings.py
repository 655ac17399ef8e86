"""Name and logo of the site, and the settings of plugins."""

from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.contrib.settings.registry import registry
from wagtail.models import Site

from cms.models import SiteSettings
from pages.exchange.contexts import KnownObjects, Reading
from pages.exchange.descriptions import Description, describe, label
from pages.exchange.given import Given
from pages.exchange.records import Record, read_record

__all__ = ["SettingsEntry", "load_settings", "other_settings", "read_settings"]

OWNER = uuid5(NAMESPACE_URL, "settings")


@dataclass(eq=False)
class SettingsEntry:
    """What a file says about one model of settings of the default site."""

    model: Any
    given: Given
    record: Record
    is_readable: bool
    marks: tuple[str, ...] = ()

    owner = OWNER

    @property
    def description(self) -> Description:
        return describe(self.model)


def other_settings() -> dict[str, Any]:
    """Return the models of settings that stand below their label: those of plugins."""
    found = {label(model): model for model in registry if model is not SiteSettings}
    return dict(sorted(found.items()))


def read_settings(given: Given, known: KnownObjects) -> list[SettingsEntry]:
    others = other_settings()
    read = [read_one(given, SiteSettings, known, tuple(others))]
    for name, model in others.items():
        place = given.entry(name)
        if place is not None and place.is_mapping():
            read.append(read_one(place, model, known, ()))
    return read


def read_one(
    given: Given, model: Any, known: KnownObjects, marks: tuple[str, ...]
) -> SettingsEntry:
    before = len(given.mistakes)
    context = Reading(known, OWNER)
    record = read_record(given, describe(model), context, marks)
    is_readable = len(given.mistakes) == before
    return SettingsEntry(model, given, record, is_readable, marks)


def load_settings(model: Any, site: Site) -> Any:
    """Return the settings of a site, or those that all sites share."""
    if issubclass(model, BaseSiteSetting):
        return model.objects.filter(site=site).first() or model(site=site)
    return model.objects.first() or model()
