"""Writes the content of the site into a folder."""

from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO, cast

from django.core.management import BaseCommand, CommandError
from django.db import connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from pages.exchange.exporter import CONTENT_FILE, export_content
from pages.progress import Progress

__all__ = ["Command"]


@contextmanager
def one_moment() -> Iterator[None]:
    """Show the content of one moment, even while editors go on writing."""
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if is_outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


class Command(BaseCommand):
    help = gettext_lazy(  # type: ignore[assignment]  # shown like a text
        "Writes the whole content into a folder: content.yaml, and beside it images "
        "and documents. `import_content` reads it again, here or elsewhere. Not "
        "written are accounts, rights, unpublished changes of published pages, former "
        "versions, and who may read a page. See docs/import-export.md."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "directory", type=Path, help=_("a folder that is empty or does not exist")
        )
        parser.add_argument(
            "--force",
            action="store_true",
            help=_(
                "write into a folder that is not empty; replaces files of the same name"
            ),
        )

    def handle(self, *args: Any, directory: Path, **options: Any) -> None:
        try:
            directory.mkdir(parents=True, exist_ok=True)
            is_empty = not any(directory.iterdir())
        except OSError as error:
            raise CommandError(
                _("The folder cannot be used: %(reason)s.") % {"reason": error.strerror}
            ) from error
        if not is_empty and not options["force"]:
            raise CommandError(
                _("%(folder)s is not empty. Name another folder, or add --force.")
                % {"folder": directory}
            )
        output = cast("TextIO", self.stdout) if options["verbosity"] else None
        with one_moment():
            report = export_content(directory, Progress(output))
        for warning in report.warnings:
            self.stderr.write(warning, self.style.WARNING)
        sentence = ngettext(
            "%(count)d object is in %(file)s.",
            "%(count)d objects are in %(file)s.",
            report.count,
        )
        values = {"count": report.count, "file": directory / CONTENT_FILE}
        self.stdout.write(sentence % values)
