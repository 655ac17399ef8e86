"""The plugin contract: all that the core asks of a plugin, and all it tells one.

A plugin is an installed Django app whose ``AppConfig`` derives from :class:`Plugin`.
Models, migrations, templates, static files, translations and Wagtail hooks come with
being a Django app. A package makes itself known through the entry-point group
``werkstatt.plugins``, whose values are dotted paths of such classes::

    [project.entry-points."werkstatt.plugins"]
    notices = "notices.apps.NoticesConfig"

A page type needs no method here: it names its parents (``parent_page_types``).

This module is a leaf. It imports nothing of ours, so everyone may import it. Settings
do so before Django is set up; that is why Wagtail is named for type checkers only.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any, Literal

from django.apps import AppConfig, apps
from django.dispatch import Signal

if TYPE_CHECKING:
    from django.urls import URLPattern
    from ninja import Router
    from wagtail.blocks import Block

__all__ = [
    "ENTRY_POINT_GROUP",
    "Action",
    "ContentChange",
    "Plugin",
    "content_changed",
    "installed_plugins",
    "plugins",
]

logger = logging.getLogger(__name__)

ENTRY_POINT_GROUP = "werkstatt.plugins"


class Plugin(AppConfig):
    """An app that contributes to the platform. Every method may be left out.

    ``manage.py check`` refuses contributions that clash or are misspelt (cms.E001 to
    cms.E005).
    """

    # Django takes the one app config it finds in an app's module. Importing this base
    # there must not make it two.
    default = False

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        cls.default = vars(cls).get("default", True)

    def blocks(self) -> Mapping[str, Mapping[str, Block]]:
        """Return new blocks by the name of the stream that shall offer them.

        Streams of the core are "body" (every page) and "agenda" (workshops)::

            {"body": {"notice": NoticeBlock()}}

        The block's name is stored with the content: prefix it with the plugin's own.
        Content made with it survives the plugin's removal.
        """
        return {}

    def endpoints(self) -> Mapping[str, Router]:
        """Return routers for the delivery API by their prefix below ``/api/v1/``."""
        return {}

    def urlpatterns(self) -> Sequence[URLPattern]:
        """Return addresses of the site, each reachable once per language.

        They are resolved before the pages. Wrap a route in ``gettext_lazy`` to give it
        a name of its own in each language.
        """
        return []


Action = Literal["published", "unpublished", "deleted", "moved", "changed", "access"]


@dataclass(frozen=True, slots=True)
class ContentChange:
    """One object whose public appearance changed.

    - "published": it became public, or what it says was published anew.
    - "unpublished", "deleted": it was public. What happens to drafts is not told.
    - "moved": a page has another address, by a new parent or a new slug.
    - "access": who may see it changed; of a collection, who may see what is in it.
    - "changed": anything else, as a contact saved or a page sorted among its siblings.

    ``addresses_before`` and ``addresses_after`` are absolute paths ("/en/news/"): of
    a page its own first, then, if they moved or were hidden with it, those of all pages
    below it. For "moved" and "access" both stand in the same order. What is not public
    has no address; nor has an object without one of its own (a contact, an image, a
    menu). ``language`` is empty where there is no such thing.
    """

    action: Action
    model: str
    """Label of the model, as "pages.WorkshopPage"."""
    pk: str
    language: str = ""
    addresses_before: tuple[str, ...] = ()
    addresses_after: tuple[str, ...] = ()


class RobustSignal(Signal):
    """A signal that can name any receiver in the log.

    Django's asks a failing receiver for its ``__qualname__``. A partial or an object
    has none, and that error then stops the receivers after it.
    """

    def _log_robust_failure(self, receiver: Any, err: Exception) -> None:
        name = getattr(receiver, "__qualname__", None)
        name = f"{receiver.__module__}.{name}" if name else repr(receiver)
        logger.error("A receiver of content_changed failed: %s", name, exc_info=err)


content_changed = RobustSignal()
"""Sent after commit, once per transaction, with ``changes: tuple[ContentChange, …]``.

A receiver that raises is logged and stops nobody. What was rolled back is not sent.
"""


def installed_plugins() -> list[str]:
    """Return the ``AppConfig`` paths of all plugin packages in this environment."""
    found = {point.value for point in entry_points(group=ENTRY_POINT_GROUP)}
    return sorted(path.replace(":", ".") for path in found)


def plugins() -> list[Plugin]:
    """Return the active plugins in the order of ``INSTALLED_APPS``."""
    return [config for config in apps.get_app_configs() if isinstance(config, Plugin)]
