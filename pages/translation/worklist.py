"""What is left to translate: each original with the state of one translation.

The database decides on the state, in one query, so that thousands of pages can be
sorted, filtered and counted by it. It compares sets of translation keys: each set is
worked out once, not once a page. (One subquery a page is as quick in SQLite, but looks
so expensive to PostgreSQL that it compiles the query for seconds, every time.)
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    BooleanField,
    Case,
    F,
    IntegerField,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Substr
from wagtail.models import Locale, Page, TranslatableMixin, WorkflowState
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import Translation

from pages.models import ProjectPage, TranslationProgress
from pages.translation.reading import unseen_by
from pages.translation.states import State

__all__ = ["count_states", "snippet_kinds", "unknown_to", "work_list", "work_on"]

KIND = "translation__source__specific_content_type"
OBJECT = "translation__source__object_id"
LEVELS_ABOVE = range(2, 10)
"""Depths at which a project is looked for; a home page is at 2."""


def work_list(source: Locale, target: Locale) -> QuerySet[Page]:
    """Return the pages that are or should be translated, what to do first, first.

    Listed are the live pages in the source language, and pages with a translation
    whose original is offline or deleted (of a deleted one the translation itself).
    Aliases are no translations. Each carries

    - ``state``, a ``State``, and ``is_sent_back``: whether moderators want changes,
    - ``translated_id``, ``translation_id``: keys of the translated page and of
      wagtail-localize's Translation, None if there is none,
    - ``source_version``, ``version``, ``open_strings``, ``machine_strings`` as in
      ``TranslationProgress``,
    - ``project_title`` of the project the original is or belongs to.
    """
    rows = with_work(Comparison(Page, source, target))
    projects = projects_above()
    return rows.annotate(
        project_id=Subquery(projects.values("pk")[:1]),
        project_title=Subquery(projects.values("title")[:1]),
    ).order_by("state", "path")


def work_on(kind: type[Model], source: Locale, target: Locale) -> QuerySet:
    """Return the snippets of a kind that are or should be translated, as above.

    Translations of most begin with the first page that shows them; before, they are not
    missing. A kind whose model says ``stands_alone``, as ``Menu`` does, can be missing.
    """
    return with_work(Comparison(kind, source, target)).order_by("state", "pk")


def count_states(kind: type[Model], source: Locale, target: Locale) -> QuerySet:
    """Return the rows of ``work_list`` or ``work_on`` with nothing but the state."""
    compared = Comparison(kind, source, target)
    return compared.listed().annotate(state=state_of(compared))


def snippet_kinds() -> list[type[Model]]:
    """Return the models of snippets whose texts are translated."""
    kinds = get_snippet_models()
    return [kind for kind in kinds if issubclass(kind, TranslatableMixin)]


def unknown_to(user: Any) -> Q:
    """Return which rows of pages a person may not know of, as a condition on them.

    That are the originals they may not see. One that is translated they know already:
    by its translation, whose work would be done by nobody otherwise.
    """
    unseen = unseen_by(user).values("pk")
    return Q(pk__in=unseen, state__in=[State.MISSING, State.UNCONNECTED])


class Comparison:
    """Objects of one model in two languages, and conditions on the originals."""

    def __init__(self, model: type[Model], source: Locale, target: Locale) -> None:
        self.source, self.target = source, target
        self.is_page = issubclass(model, Page)
        rows = model._default_manager.order_by()  # noqa: SLF001 (public in Django)
        self.originals = rows.filter(locale=source)
        self.rows = rows.filter(depth__gt=1, alias_of=None) if self.is_page else rows
        self.translations = self.rows.filter(locale=target)
        self.may_be_missing = self.is_page or getattr(model, "stands_alone", False)
        kind = ContentType.objects.get_for_model(model)
        self.work = TranslationProgress.objects.filter(
            translation__source__locale=source,
            translation__target_locale=target,
            **({} if self.is_page else {KIND: kind}),
        )

    def progress(self, *conditions: Q) -> Q:
        """A known translation that meets the conditions."""
        return Q(translation_key__in=self.work.filter(*conditions).values(OBJECT))

    def among(self, rows: QuerySet) -> Q:
        return Q(translation_key__in=rows.values("translation_key"))

    @cached_property
    def translated(self) -> Q:
        return self.among(self.translations)

    @cached_property
    def original_is_offline(self) -> Q:
        offline = ~Q(locale=self.source)
        return offline | Q(live=False) if self.is_page else offline

    @cached_property
    def is_draft(self) -> Q:
        if not self.is_page:
            return Q(pk__in=[])
        return self.among(self.translations.filter(live=False))

    def in_moderation(self, *statuses: str) -> Q:
        if not self.is_page:
            return Q(pk__in=[])
        found = WorkflowState.objects.filter(
            status__in=statuses,
            base_content_type__app_label="wagtailcore",
            base_content_type__model="page",
        )
        keys = found.annotate(page_key=Cast("object_id", IntegerField()))
        return self.among(self.translations.filter(pk__in=keys.values("page_key")))

    def listed(self) -> QuerySet:
        """Originals, and translations whose original is gone."""
        started = Translation.objects.filter(
            source__locale=self.source, target_locale=self.target
        ).values("source__object_id")
        orphan = (
            Q(locale=self.target)
            & ~self.among(self.originals)
            & Q(translation_key__in=started)
        )
        return self.rows.filter(Q(locale=self.source) & self.worth_listing() | orphan)

    def worth_listing(self) -> Q:
        if self.is_page:
            return Q(live=True) | self.translated
        return Q() if self.may_be_missing else self.translated


def with_work(compared: Comparison) -> QuerySet:
    key = OuterRef("translation_key")
    work = compared.work.filter(**{OBJECT: key})
    translated = compared.translations.filter(translation_key=key)
    sent_back = compared.in_moderation(WorkflowState.STATUS_NEEDS_CHANGES)
    return compared.listed().annotate(
        state=state_of(compared),
        is_sent_back=Case(
            When(sent_back, then=True), default=False, output_field=BooleanField()
        ),
        translated_id=Subquery(translated.values("pk")),
        **{
            name: Subquery(work.values(name))
            for name in (
                "translation_id",
                "source_version",
                "version",
                "open_strings",
                "machine_strings",
            )
        },
    )


def state_of(compared: Comparison) -> Case:
    """Decide on the state of a row; the first one that fits. See ``State``."""
    behind = Q(version__lt=F("source_version"))
    left = Q(open_strings__gt=0) | Q(machine_strings__gt=0)
    # Version 0 was never complete: its open texts are no change of the original.
    late = behind & left & Q(version__gt=0)
    unpublished = compared.progress(behind | Q(has_unpublished=True))
    moderated = compared.in_moderation(
        WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES
    )
    order: Iterable[tuple[Q, State]] = (
        (compared.original_is_offline, State.OFFLINE),
        (~compared.translated, State.MISSING),
        (~compared.is_draft & compared.progress(late), State.BEHIND),
        (compared.progress(left), State.OPEN),
        (~compared.progress(), State.UNCONNECTED),
        (compared.is_draft | unpublished | moderated, State.WAITING),
    )
    return Case(
        *(When(condition, then=Value(state.value)) for condition, state in order),
        default=Value(State.CURRENT.value),
        output_field=IntegerField(),
    )


def projects_above() -> QuerySet[Page]:
    """Return the project that a page is or belongs to, the nearest first."""
    step = Page.steplen
    paths = [Substr(OuterRef("path"), 1, depth * step) for depth in LEVELS_ABOVE]
    return Page.objects.filter(
        path__in=paths,
        content_type__app_label=ProjectPage._meta.app_label,
        content_type__model=ProjectPage._meta.model_name,
    ).order_by("-depth")
