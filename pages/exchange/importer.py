"""Makes the site say what files say: all of it, or nothing."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from pages.exchange.completing import Completer
from pages.exchange.creating import Creator
from pages.exchange.files import StoredFiles
from pages.exchange.mistakes import ContentRefused
from pages.exchange.placing import default_site, make_room, move_pages, point_site
from pages.exchange.progress import Progress
from pages.exchange.reader import Content, read_content
from pages.exchange.tree import FinalTree

__all__ = ["ImportReport", "import_content"]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """How many objects an import created, changed, and found as they should be."""

    created: int
    changed: int
    unchanged: int


def import_content(
    paths: list[Path], progress: Progress | None = None, *, check: bool = False
) -> ImportReport:
    """Make the site say what the files say together.

    With ``check``, everything is done and then undone. Raises ContentRefused, with all
    mistakes of the files, if nothing was changed because of them.
    """
    progress = progress or Progress()
    content = read_content(paths, progress)
    tree = FinalTree(content.directory)
    tree.check()
    files = StoredFiles()
    completer = Completer(content, files)
    try:
        with transaction.atomic():
            write(content, tree, files, completer, progress)
            if content.mistakes or check:
                transaction.set_rollback(True)
                files.remove()
    except BaseException:
        files.remove()
        raise
    finally:
        progress.finish()
    if content.mistakes:
        raise ContentRefused(content.mistakes)
    count = completer.count
    return ImportReport(count["created"], count["changed"], count["unchanged"])


def write(
    content: Content,
    tree: FinalTree,
    files: StoredFiles,
    completer: Completer,
    progress: Progress,
) -> None:
    """Write everything; or, where there are mistakes, only as far as it finds more."""
    make_room(tree)
    others = [entry for entry in content.entries if entry.section != "pages"]
    entries = [*others, *tree.top_down()]
    new = [entry for entry in entries if entry.is_new]
    Creator(content, tree, files).create(new, progress)
    if not content.mistakes:
        completer.moved = move_pages(tree)
        point_site(tree, settings.LANGUAGE_CODE)
    for entry in progress.over(entries, _("Writing")):
        completer.complete(entry)
    for settings_entry in content.settings:
        completer.complete_settings(settings_entry, default_site())
