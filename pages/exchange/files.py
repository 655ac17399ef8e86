"""Files of images and documents: beside the content file, and in the storage."""

import hashlib
import logging
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.db.transaction import on_commit
from django.utils.translation import gettext as _

from pages.exchange.complaints import complain
from pages.exchange.given import Given, quoted
from pages.exchange.kinds import read_text
from pages.uploads.fields import DocumentField, PictureField
from pages.uploads.names import safe_name

if TYPE_CHECKING:
    from pages.exchange.entries import Entry

__all__ = ["StoredFiles", "check_file", "hash_of"]

logger = logging.getLogger(__name__)


def check_file(entry: "Entry") -> Path | None:
    """Return the file of an image or a document, or None with a mistake."""
    given = entry.given.entry("file")
    if given is None:
        entry.given.step("file").fail(_("This is required."))
        return None
    name = read_text(given)
    before = len(given.mistakes)
    path = path_inside(Path(given.file).parent, name, given) if name else None
    if path is not None:
        check_content(path, given, is_image=entry.section == "images")
    return path if len(given.mistakes) == before else None


def path_inside(folder: Path, name: str, given: Given) -> Path | None:
    """Return a file below the folder of the content file, or None with a mistake."""
    pure = PurePosixPath(name)
    if pure.is_absolute() or ".." in pure.parts or "\\" in name or "\0" in name:
        sentence = _("“%(name)s” does not lie in the folder of this file.")
        given.fail(sentence % {"name": quoted(name)})
        return None
    path = folder / pure
    try:
        real, root = path.resolve(strict=True), folder.resolve(strict=True)
        is_file = real.is_file()
    except (OSError, RuntimeError, ValueError):
        is_file = False
    if not is_file:
        given.fail(_("There is no file “%(name)s”.") % {"name": quoted(name)})
        return None
    if not real.is_relative_to(root):
        sentence = _("“%(name)s” leads out of the folder of this file.")
        given.fail(sentence % {"name": quoted(name)})
        return None
    return real


def check_content(path: Path, given: Given, *, is_image: bool) -> None:
    """Add what the forms for uploads would have against a file."""
    try:
        with path.open("rb") as file:
            upload = UploadedFile(file, path.name, size=path.stat().st_size)
            (PictureField() if is_image else DocumentField()).clean(upload)
    except ValidationError as error:
        complain(given, error)
    except OSError as error:
        sentence = _("The file cannot be read: %(reason)s.")
        given.fail(sentence % {"reason": error.strerror})


def hash_of(path: Path) -> str:
    """Return the hash by which Wagtail knows a file's content."""
    digest = hashlib.sha1(usedforsecurity=False)
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()


class StoredFiles:
    """Files that an import has written, so that they can be removed again."""

    def __init__(self) -> None:
        self.written: list[tuple[Any, str]] = []

    def put(self, instance: Any, path: Path, digest: str) -> None:
        """Give an unsaved object this file. What it had before goes after commit."""
        field, before = instance._meta.get_field("file"), instance.file.name
        storage = field.storage
        instance.file_hash = digest
        name = field.generate_filename(instance, safe_name(path.name))
        if self.is_leftover(instance, name, digest):
            instance.file = name
        else:
            with path.open("rb") as source:
                instance.file.save(safe_name(path.name), File(source), save=False)
            self.written.append((storage, instance.file.name))
        if before and before != instance.file.name:
            on_commit(lambda: storage.delete(before))
        instance.file_size = path.stat().st_size

    def is_leftover(self, instance: models.Model, name: str, digest: str) -> bool:
        """Whether this very file lies in the storage already, and nobody uses it.

        It does after a database was lost or emptied. Stored once more, it would get
        another name, and documents another address.
        """
        storage = instance._meta.get_field("file").storage  # type: ignore[union-attr]
        model: Any = type(instance)
        if not storage.exists(name) or model.objects.filter(file=name).exists():
            return False
        with storage.open(name) as file:
            return (
                hashlib.sha1(file.read(), usedforsecurity=False).hexdigest() == digest
            )

    def remove(self) -> None:
        """Remove what was written, because the import did not succeed."""
        for storage, name in self.written:
            try:
                storage.delete(name)
            except OSError as error:
                logger.warning("File %s was not removed: %s", name, error)
        self.written.clear()
