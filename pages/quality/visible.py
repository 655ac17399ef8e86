"""Which findings somebody may see: those of what they may change."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from wagtail.documents import get_document_model
from wagtail.documents.permissions import permission_policy as documents
from wagtail.images import get_image_model
from wagtail.images.permissions import permission_policy as images
from wagtail.permissions import page_permission_policy

from pages.models.quality import Finding
from pages.quality.registry import KINDS
from pages.translation.permissions import WORK, LanguagePermissionPolicy, locales_of
from pages.translation.worklist import snippet_kinds

__all__ = ["findings_for", "may_see_findings"]


def may_see_findings(user: Any) -> bool:
    """Whether somebody changes content at all."""
    granted: bool = page_permission_policy.user_has_any_permission(user, WORK)
    return granted


def findings_for(user: Any) -> QuerySet[Finding]:
    pages = page_permission_policy.instances_user_has_any_permission_for(user, WORK)
    seen = Q(subject__page__in=pages.order_by().values("pk"))
    own = locales_of(user)
    for model in snippet_kinds():
        if LanguagePermissionPolicy(model).user_has_permission(user, "change"):
            seen |= Q(subject__content_type=type_of(model), subject__locale__in=own)
    files = ((get_document_model(), documents), (get_image_model(), images))
    for model, policy in files:
        rows = policy.instances_user_has_any_permission_for(user, ["change"])
        keys = rows.order_by().values("pk")
        seen |= Q(subject__content_type=type_of(model), subject__object_id__in=keys)
    return Finding.objects.filter(seen, kind__in=KINDS)


def type_of(model: Any) -> ContentType:
    return ContentType.objects.get_for_model(model)
