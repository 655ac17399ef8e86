"""For editors: the links of a page, making one, and revoking one."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from cms.drafts.links.finding import links_at
from cms.drafts.links.forms import DraftLinkForm
from cms.drafts.links.keeping import create, may_manage, may_share, revoke
from cms.drafts.links.listing import LinkList
from cms.drafts.links.models import Scope

__all__ = ["DraftLinksView", "RevokeView"]


class SharingView(WagtailAdminTemplateMixin):
    """What both views have in common: a page that the person may edit."""

    page_title = _("Share the draft")
    header_icon = "link"
    request: HttpRequest

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        page = get_object_or_404(Page.objects.select_related("locale"), pk=kwargs["pk"])
        self.page: Any = page.specific
        if page.is_root() or not self.is_allowed():
            return refuse(request)
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def is_allowed(self) -> bool:
        return may_share(self.request.user, [self.page])

    def get_page_subtitle(self) -> str:
        title: str = self.page.get_admin_display_title()
        return title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        form = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [
            *self.breadcrumbs_items,
            {"url": form, "label": self.get_page_subtitle()},
            {"url": "", "label": self.page_title},
        ]

    def back(self) -> HttpResponse:
        return redirect("draft_links", self.page.pk)


class DraftLinksView(SharingView, FormView):
    template_name = "cms/drafts/links.html"
    form_class = DraftLinkForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "scopes": self.scopes()}

    @cached_property
    def links(self) -> LinkList:
        return LinkList(self.page, self.request)

    def scopes(self) -> list[tuple[str, str]]:
        """Offer all languages to those who may edit the page in all of them."""
        language = self.page.locale.get_display_name()
        alone = gettext("This page (%(language)s) with its documents") % {
            "language": language
        }
        everything = gettext(
            "This page in all languages with its documents, also in languages into "
            "which it is translated later"
        )
        offered: list[tuple[str, str]] = [(Scope.PAGE, alone)]
        if self.links.may_share_all:
            offered.append((Scope.BUNDLE, everything))
        return offered

    def form_valid(self, form: Any) -> HttpResponse:
        create(
            self.page,
            form.cleaned_data["scope"],
            form.expires_at,
            self.request.user,
            form.cleaned_data["recipient"],
        )
        messages.success(
            self.request,
            gettext("The link has been made. Copy it from the list and send it."),
        )
        return self.back()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        media = context["form"].media
        return {**context, "page": self.page, "rows": self.links.rows, "media": media}


class RevokeView(SharingView, TemplateView):
    page_title = _("Revoke the link")
    template_name = "cms/drafts/revoke.html"

    def is_allowed(self) -> bool:
        link: int = self.kwargs["link"]
        self.link = get_object_or_404(links_at(self.page), pk=link)
        return may_manage(self.request.user, self.link)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if revoke(self.link, request.user):
            messages.success(
                request,
                gettext("The link has been revoked and shows nothing more."),
            )
        else:
            messages.info(request, gettext("The link was not valid any more."))
        return self.back()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "page": self.page, "link": self.link}


def refuse(request: HttpRequest) -> HttpResponse:
    """Say what is needed. Wagtail would lead to the first page, with one sentence."""
    return TemplateResponse(request, "cms/drafts/refused.html", status=403)
