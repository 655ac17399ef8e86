"""Reads content files into the site."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from pages.exchange.importer import ImportReport, import_content
from pages.exchange.mistakes import ContentRefused
from pages.progress import Progress

__all__ = ["Command"]


class Command(BaseCommand):
    help = gettext_lazy(  # type: ignore[assignment]  # shown like a text
        "Makes the site say what content files say: all of it or, if there is any "
        "mistake, nothing. Several files are read as one. Objects are known by their "
        "keys, so the same file can be imported again. What no file names stays as it "
        "is. See docs/import-export.md."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "files", nargs="*", type=Path, metavar="FILE", help=_("YAML files")
        )
        parser.add_argument(
            "--check", action="store_true", help=_("only look for mistakes")
        )
        parser.add_argument(
            "--link",
            action="store_true",
            help=_("let pages in other languages follow their originals from now on"),
        )
        parser.add_argument(
            "--schema",
            action="store_true",
            help=_("print the JSON Schema of content files, and do nothing else"),
        )

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        if options["schema"]:
            self.print_schema()
            return
        if not files:
            raise CommandError(_("Which files? Name at least one."))
        progress = Progress(self.stdout if options["verbosity"] else None)
        try:
            report = import_content(
                files, progress, check=options["check"], link=options["link"]
            )
        except ContentRefused as refused:
            self.refuse(refused)
        else:
            for note in report.notes:
                self.stderr.write(note, self.style.WARNING)
            if options["verbosity"]:
                self.say(report, only_checked=options["check"])

    def print_schema(self) -> None:
        from pages.exchange.schema import content_schema  # builds all types' schemas

        schema = content_schema()
        self.stdout.write(json.dumps(schema, indent=2, ensure_ascii=False))

    def refuse(self, refused: ContentRefused) -> None:
        for mistake in refused.mistakes:
            self.stderr.write(str(mistake), self.style.NOTICE)
        count = len(refused.mistakes)
        raise CommandError(
            ngettext(
                "%(count)d mistake. Nothing was changed.",
                "%(count)d mistakes. Nothing was changed.",
                count,
            )
            % {"count": count}
        )

    def say(self, report: ImportReport, *, only_checked: bool) -> None:
        if only_checked:
            sentence = _(
                "No mistakes. Would create %(created)d, change %(changed)d and leave "
                "%(unchanged)d objects as they are."
            )
        else:
            sentence = _(
                "Created %(created)d, changed %(changed)d and left %(unchanged)d "
                "objects as they were."
            )
        values = {
            "created": report.created,
            "changed": report.changed,
            "unchanged": report.unchanged,
        }
        self.stdout.write(sentence % values)
