"""What ``manage.py check`` says of the settings of the search."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

__all__ = ["check_backend"]


@register()
def check_backend(**kwargs: Any) -> list[CheckMessage]:
    """Complain of a ``SEARCH_BACKEND`` that cannot answer."""
    from search.engine.backends import Backend  # models have to be loaded

    path = settings.SEARCH_BACKEND
    if not path:
        return []
    try:
        found = import_string(path)
    except ImportError as error:
        sentence = _(
            "SEARCH_BACKEND is “%(path)s”, which cannot be imported: %(error)s"
        )
        return [complaint("E001", sentence, path=path, error=error)]
    if not (isinstance(found, type) and issubclass(found, Backend)):
        sentence = _(
            "SEARCH_BACKEND is “%(path)s”, which is no class derived from "
            "search.engine.backends.Backend."
        )
        return [complaint("E002", sentence, path=path)]
    missing = sorted(found.__abstractmethods__)
    if missing:
        sentence = _("SEARCH_BACKEND is “%(path)s”, which lacks: %(methods)s.")
        return [complaint("E003", sentence, path=path, methods=", ".join(missing))]
    return []


def complaint(number: str, sentence: str, **values: Any) -> Error:
    hint = _(
        "Leave SEARCH_BACKEND empty for the engine of the database in use, or see "
        "“Another engine” in docs/search.md."
    )
    return Error(sentence % values, hint=hint, id=f"search.{number}")
