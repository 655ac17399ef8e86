"""Writes the description of the delivery API, or compares it with the released one."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from cms.api import create_api
from cms.api.compatibility import complaints
from cms.plugins import plugins

__all__ = ["CURRENT", "RELEASED", "Command", "core_description"]

DOCS = Path(settings.BASE_DIR) / "docs"
CURRENT = DOCS / "openapi.json"
RELEASED = DOCS / "openapi.released.json"


class Command(BaseCommand):
    help = "Writes docs/openapi.json, the description of the API without plugins."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--compare",
            action="store_true",
            help="write nothing; fail if clients of the released version would break",
        )
        parser.add_argument(
            "--release",
            action="store_true",
            help="also write docs/openapi.released.json, if clients go on working",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        current = core_description()
        if options["compare"] or options["release"]:
            self.compare(current)
        if options["compare"]:
            return
        for file in (CURRENT, *([RELEASED] if options["release"] else ())):
            file.write_text(as_text(current), encoding="utf-8")
            self.stdout.write(str(file.relative_to(settings.BASE_DIR)))

    def compare(self, current: dict[str, Any]) -> None:
        if not RELEASED.exists():
            return
        found = complaints(json.loads(RELEASED.read_text("utf-8")), current)
        if found:
            raise CommandError(
                "\n".join([*found, _("Raise VERSION in cms/api/shell.py.")])
            )


def core_description() -> dict[str, Any]:
    """Return the description of the API as it is without any plugin from outside."""
    core = [plugin for plugin in plugins() if plugin.name in settings.CORE_PLUGINS]
    return create_api(core).described


def as_text(description: dict[str, Any]) -> str:
    return json.dumps(description, indent=1, ensure_ascii=False) + "\n"
