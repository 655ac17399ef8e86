"""Where translators find their work: menu, dashboard, account and addresses."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab
from wagtail.models import Locale

from pages.models import WorkMail
from pages.translation import worklist_views
from pages.translation.counting import count_work
from pages.translation.summaries import summaries
from pages.translation.targets import target_locales

__all__: list[str] = []


@hooks.register("register_admin_urls")
def work_list_urls() -> list[URLPattern | URLResolver]:
    urls = [
        path("", worklist_views.first_language, name="index"),
        path("changes/<int:pk>/", worklist_views.ChangesView.as_view(), name="changes"),
        path("<slug:code>/", worklist_views.PageWorkView.as_view(), name="pages"),
        path(
            "<slug:code>/snippets/",
            worklist_views.SnippetWorkView.as_view(),
            name="snippets",
        ),
    ]
    return [path("translation-work/", include((urls, "translation_work")))]


class WorkMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(target_locales(request.user))


@hooks.register("register_admin_menu_item")
def work_list_menu_item() -> MenuItem:
    return WorkMenuItem(
        _("Translations"),
        reverse("translation_work:index"),
        name="translation-work",
        icon_name="site",
        order=150,
    )


class WorkSummaryItem(SummaryItem):
    """How much is left to translate, in the languages of the person."""

    order = 150
    template_name = "pages/admin/work_summary.html"

    @cached_property
    def languages(self) -> list[Locale]:
        return target_locales(self.request.user)

    def is_shown(self) -> bool:
        return bool(self.languages)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        counts = count_work(Locale.get_default(), self.languages, self.request.user)
        return {"summaries": summaries(counts, self.languages)}


@hooks.register("construct_homepage_summary_items")
def show_what_is_left(request: HttpRequest, items: list[SummaryItem]) -> None:
    items.append(WorkSummaryItem(request))


class WorkMailForm(forms.ModelForm):
    class Meta:
        model = WorkMail
        fields = ["is_wanted"]


class WorkMailPanel(BaseSettingsPanel):
    name = "translation_mail"
    title = _("Translations")
    tab = notifications_tab
    order = 200
    form_class = WorkMailForm

    def is_active(self) -> bool:
        return bool(target_locales(self.user))

    def get_form(self) -> WorkMailForm:
        mail = WorkMail.objects.filter(user=self.user).first()
        data = self.request.POST if self.request.method == "POST" else None
        return WorkMailForm(
            data, instance=mail or WorkMail(user=self.user), prefix=self.name
        )


@hooks.register("register_account_settings_panel")
def choose_mail(request: HttpRequest, user: Any, profile: Any) -> WorkMailPanel:
    return WorkMailPanel(request, user, profile)
