"""What ``manage.py check`` says of the settings of the search."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

__all__ = ["check_backend"]


@register()
def check_backend(**kwargs: Any) -> list[CheckMessage]:
    """Complain of a ``SEARCH_BACKEND`` that is no class of the search."""
    from search.engine.backends import Backend  # models have to be loaded

    path = settings.SEARCH_BACKEND
    if not path:
        return []
    try:
        found = import_string(path)
    except ImportError:
        found = None
    if isinstance(found, type) and issubclass(found, Backend):
        return []
    sentence = _(
        "SEARCH_BACKEND is “%(path)s”, which is no class derived from "
        "search.engine.backends.Backend."
    )
    return [Error(sentence % {"path": path}, id="search.E001")]
