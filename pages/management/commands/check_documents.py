"""Checks the PDF files of all documents again."""

from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.documents import get_document_model

from pages.pdf.checking import check, is_pdf
from pages.pdf.child import Outcome
from pages.pdf.findings import are_obstacles_known
from pages.progress import Progress

__all__ = ["Command"]

STOPPED = 130  # what shells say after Ctrl-C


class Command(BaseCommand):
    help = gettext_lazy(  # type: ignore[assignment]  # shown like a text
        "Counts the pages of all PDF files and looks for obstacles in them again. Each "
        "is checked when it is uploaded; this is for those from before, and after an "
        "update."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        progress = Progress(self.stdout if options["verbosity"] else None)
        documents = [one for one in get_document_model().objects.all() if is_pdf(one)]
        unread = obstacles = 0
        try:
            for document in progress.over(documents, _("Checking")):
                unread += not self.is_read(document)
                obstacles += are_obstacles_known(document)
        except KeyboardInterrupt:
            raise CommandError(
                _("Stopped. What was done is done; run it again for the rest."),
                returncode=STOPPED,
            ) from None
        finally:
            progress.finish()
        if options["verbosity"]:
            self.say(len(documents) - unread, obstacles)

    def is_read(self, document: Any) -> bool:
        """Return whether a file could be read to its end; if not, name it."""
        reading = check(document)
        if reading is not None and reading.outcome is Outcome.READ:
            return True
        sentence = _("“%(title)s” (%(pk)s) could not be read.")
        self.stderr.write(sentence % {"title": document.title, "pk": document.pk})
        return False

    def say(self, count: int, obstacles: int) -> None:
        checked = ngettext(
            "%(count)d PDF file was checked.",
            "%(count)d PDF files were checked.",
            count,
        )
        found = ngettext(
            "%(count)d of them has obstacles.",
            "%(count)d of them have obstacles.",
            obstacles,
        )
        self.stdout.write(checked % {"count": count})
        self.stdout.write(found % {"count": obstacles})
