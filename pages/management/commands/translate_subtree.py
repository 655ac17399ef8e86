"""Begins the translations of a page and of all public pages below it."""

from argparse import ArgumentParser
from typing import Any
from urllib.parse import urlsplit

from django.core.management import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Page, Site

from pages.alone import alone
from pages.progress import Progress
from pages.translation.subtree import (
    CannotBeginError,
    Plan,
    Report,
    make_plan,
    translate_subtree,
)

__all__ = ["Command"]

STOPPED = 130  # what shells say after Ctrl-C


class Command(BaseCommand):
    help = gettext_lazy(  # type: ignore[assignment]  # shown like a text
        "Begins the translations of a page and of all public pages below it: drafts in "
        "another language for translators to fill. Nothing is published. Can be "
        "stopped at any time; the next call goes on where this one ended."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "page", help=_("the page's number, or its address: /werkstatt/")
        )
        parser.add_argument("language", help=_("the language's code: en"))
        parser.add_argument(
            "--dry-run", action="store_true", help=_("only say how much there is to do")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        page, language = find_page(options["page"]), options["language"]
        try:
            plan = make_plan(page, language)
            if options["dry_run"]:
                self.say_plan(plan)
                return
            report = self.work(page, language, options["verbosity"])
        except CannotBeginError as refusal:
            raise CommandError(str(refusal)) from refusal
        if options["verbosity"]:
            self.say_report(plan, report)
        self.say_failures(report)

    def work(self, page: Page, language: str, verbosity: int) -> Report:
        progress = Progress(self.stdout if verbosity else None)
        with alone(f"translate_subtree_{language}") as is_alone:
            if not is_alone:
                raise CommandError(
                    _(
                        "Translations into this language are being begun already, by "
                        "the same command. Wait until it has ended."
                    )
                )
            try:
                return translate_subtree(page, language, progress=progress)
            except KeyboardInterrupt:
                progress.finish()
                raise CommandError(
                    _("Stopped. Every page is whole. Run it again to go on."),
                    returncode=STOPPED,
                ) from None
            finally:
                progress.finish()

    def say_plan(self, plan: Plan) -> None:
        count = len(plan.missing)
        sentence = ngettext(
            "Would begin %(count)d page.", "Would begin %(count)d pages.", count
        )
        self.stdout.write(sentence % {"count": count})
        self.say_rest(plan)

    def say_report(self, plan: Plan, report: Report) -> None:
        sentence = ngettext(
            "%(count)d page was begun.", "%(count)d pages were begun.", report.begun
        )
        self.stdout.write(sentence % {"count": report.begun})
        self.say_rest(plan)

    def say_rest(self, plan: Plan) -> None:
        if plan.existing:
            sentence = ngettext(
                "%(count)d page had been begun before.",
                "%(count)d pages had been begun before.",
                plan.existing,
            )
            self.stdout.write(sentence % {"count": plan.existing})
        if plan.drafts:
            sentence = ngettext(
                "%(count)d page is not public and is left out.",
                "%(count)d pages are not public and are left out.",
                plan.drafts,
            )
            self.stdout.write(sentence % {"count": plan.drafts})

    def say_failures(self, report: Report) -> None:
        if not report.failures:
            return
        for failure in report.failures:
            self.stderr.write(str(failure), self.style.NOTICE)
        count = len(report.failures)
        sentence = ngettext(
            "%(count)d page could not be begun, nor any page below it.",
            "%(count)d pages could not be begun, nor any page below them.",
            count,
        )
        raise CommandError(sentence % {"count": count})


def find_page(wanted: str) -> Page:
    """Return the page of a number or an address; raises CommandError."""
    if wanted.isdecimal():
        found = Page.objects.filter(pk=wanted, depth__gt=1).first()
    else:
        found = page_at(urlsplit(wanted).path)
    if found is None:
        raise CommandError(
            _("There is no page %(page)s. Name its number or its address.")
            % {"page": wanted}
        )
    return found


def page_at(address: str) -> Page | None:
    """Return the page at the path of an address, as visitors of a site see it."""
    below = f"{address.strip('/')}/".lstrip("/")
    sites = Site.objects.select_related("root_page").order_by("-is_default_site")
    paths = [f"{site.root_page.url_path}{below}" for site in sites]
    found = {page.url_path: page for page in Page.objects.filter(url_path__in=paths)}
    return next((found[path] for path in paths if path in found), None)
