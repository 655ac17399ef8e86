"""Makes the site say what files say: all of it, or nothing."""

from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from pages.exchange.completing import Completer
from pages.exchange.counting import carry_on
from pages.exchange.creating import Creator
from pages.exchange.entries import Entry
from pages.exchange.files import StoredFiles
from pages.exchange.linking import link_translations
from pages.exchange.mistakes import ContentRefused
from pages.exchange.placing import default_site, make_room, move_pages, point_site
from pages.exchange.reader import Content, read_content
from pages.exchange.tree import FinalTree
from pages.progress import Progress
from pages.translation.withdrawing import writing

__all__ = ["ImportReport", "import_content"]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """How many objects an import created, changed, and found as they should be."""

    created: int
    changed: int
    unchanged: int
    notes: list[str] = field(default_factory=list)
    """What is done, but not as one might expect: a sentence each."""


def import_content(
    paths: list[Path],
    progress: Progress | None = None,
    *,
    check: bool = False,
    link: bool = False,
) -> ImportReport:
    """Make the site say what the files say together.

    With ``check``, everything is done and then undone. With ``link``, what stands in
    another language follows its original from then on. Raises ContentRefused, with all
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
            # The facts of translations are those of the files until all is written.
            with writing():
                entries = write(content, tree, files, completer, progress)
                notes = (
                    link_translations(entries, completer.saved, progress, new=link)
                    if not content.mistakes
                    else []
                )
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
    return ImportReport(count["created"], count["changed"], count["unchanged"], notes)


def write(
    content: Content,
    tree: FinalTree,
    files: StoredFiles,
    completer: Completer,
    progress: Progress,
) -> list[Entry]:
    """Write everything; or, where there are mistakes, only as far as it finds more.

    Returns what stands in the files, in the order in which it was written.
    """
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
    if not content.mistakes:
        carry_on(entries)
    return entries
