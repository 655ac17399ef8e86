"""Gives the stylesheet to `runserver`, `collectstatic` and the tests as one file."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

from cms.styles.sheet import NAME, sheet

__all__ = ["StylesheetFinder"]


class StylesheetFinder(BaseFinder):
    """Writes the joined sheet below ``DATA_DIR`` when asked for it, if it has changed.

    Django serves and collects files, so it has to be one; nobody edits or keeps it.
    """

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:  # noqa: FBT001, FBT002 (Django's signature)
        if path.replace("\\", "/") != NAME:
            return []
        found = str(written())
        return [found] if find_all else found

    def list(
        self, ignore_patterns: Iterable[str] | None
    ) -> Iterator[tuple[str, FileSystemStorage]]:
        written()
        yield NAME, FileSystemStorage(location=str(folder()))


def folder() -> Path:
    path: Path = settings.DATA_DIR / "stylesheet"
    return path


def written() -> Path:
    """Return the file with the sheet as it should be now.

    It takes the place of the old one in one step: a second process may be reading.
    """
    file, content = folder() / NAME, sheet()
    if file.exists() and file.read_text("utf-8") == content:
        return file
    file.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(
        "w", dir=file.parent, encoding="utf-8", delete=False
    ) as draft:
        draft.write(content)
    Path(draft.name).chmod(0o644)
    return Path(draft.name).replace(file)
