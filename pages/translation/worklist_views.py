"""The work list of a translator, and what has changed in one original."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from pages.translation.access import may_read
from pages.translation.changes import changes
from pages.translation.days import told_apart
from pages.translation.progress import original_of, target_of
from pages.translation.targets import target_locales
from pages.translation.worklist import (
    snippet_kinds,
    unknown_to,
    work_list,
    work_on,
)
from pages.translation.worklist_filters import PageFilterSet, SnippetFilterSet
from pages.translation.worklist_rows import Row, page_row, snippet_row

__all__ = ["ChangesView", "PageWorkView", "SnippetWorkView", "first_language"]


def first_language(request: HttpRequest) -> HttpResponse:
    """Lead to the work list of a language that the person translates into."""
    languages = target_locales(request.user)
    if not languages:
        raise PermissionDenied
    return redirect("translation_work:pages", languages[0].language_code)


class WorkView(BaseListingView):
    """What is left to translate into one language, as a list that can be filtered."""

    page_title = gettext_lazy("Translations")
    header_icon = "site"
    template_name = "pages/admin/work_list.html"
    paginate_by = 50
    route = ""

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        self.languages = target_locales(request.user)
        code = kwargs["code"]
        found = [one for one in self.languages if one.language_code == code]
        if not found:
            raise PermissionDenied
        self.source, self.target = Locale.get_default(), found[0]
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_filterset_kwargs(self) -> dict[str, Any]:
        return {**super().get_filterset_kwargs(), "queryset": Page.objects.none()}

    def get_index_url(self) -> str:
        return self.address_of(self.route, self.target)

    def address_of(self, route: str, language: Locale) -> str:
        return reverse(f"translation_work:{route}", args=[language.language_code])

    def get_page_subtitle(self) -> str:
        name: str = self.target.get_display_name()
        return name

    def row(self, entry: Any) -> Row:
        raise NotImplementedError

    def get_table(self, object_list: Any) -> Any:
        # Wagtail's table cannot be read on a phone; the template has one of its own.
        return super().get_table([])

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        context["rows"] = [self.row(entry) for entry in context["object_list"]]
        context["source"], context["target"] = self.source, self.target
        context["sections"] = [
            (gettext("Pages"), self.address_of("pages", self.target)),
            (gettext("Directory and menus"), self.address_of("snippets", self.target)),
        ]
        context["languages"] = [
            (one, self.address_of(self.route, one)) for one in self.languages
        ]
        return context


class PageWorkView(WorkView):
    route = "pages"
    filterset_class = PageFilterSet

    def get_base_queryset(self) -> QuerySet:
        return work_list(self.source, self.target).exclude(
            unknown_to(self.request.user)
        )

    def row(self, entry: Any) -> Row:
        return page_row(entry, self.target)


class SnippetWorkView(WorkView):
    route = "snippets"
    filterset_class = SnippetFilterSet

    def get_queryset(self) -> list[Any]:
        """Return the snippets of all kinds, one query each, what to do first, first."""
        found = [
            snippet
            for kind in snippet_kinds()
            for snippet in self.filter_queryset(work_on(kind, self.source, self.target))
        ]
        return sorted(found, key=lambda snippet: snippet.state)

    @cached_property
    def finder(self) -> AdminURLFinder:
        return AdminURLFinder(self.request.user)

    def row(self, entry: Any) -> Row:
        return snippet_row(entry, self.target, self.finder)


class ChangesView(WagtailAdminTemplateMixin, TemplateView):
    """What has changed in an original since one translation of it was made."""

    page_title = gettext_lazy("What has changed")
    header_icon = "history"
    template_name = "pages/admin/changes.html"

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        rows = Translation.objects.select_related("source__locale", "target_locale")
        self.translation = get_object_or_404(rows, pk=kwargs["pk"])
        if not may_read(request.user, self.translation):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_page_subtitle(self) -> str:
        title: str = self.translation.source.object_repr
        return title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        code = self.translation.target_locale.language_code
        work = {
            "url": reverse("translation_work:pages", args=[code]),
            "label": WorkView.page_title,
        }
        here = {
            "url": "",
            "label": self.page_title,
            "sublabel": self.get_page_subtitle(),
        }
        return [*self.breadcrumbs_items, work, here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        target, original = target_of(self.translation), original_of(self.translation)
        reflected_on, changed_on = told_apart(
            getattr(target, "text_version_at", None),
            getattr(original, "text_version_at", None),
        )
        finder = AdminURLFinder(self.request.user)
        return {
            **super().get_context_data(**kwargs),
            "translation": self.translation,
            "source": self.translation.source.locale,
            "target": self.translation.target_locale,
            "original": original,
            "reflected_on": reflected_on,
            "changed_on": changed_on,
            "edit_url": finder.get_edit_url(target) if target else "",
            "changes": changes(self.translation),
        }
