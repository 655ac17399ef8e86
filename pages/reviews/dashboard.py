"""What the person who opens the admin should look at again."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component

from pages.reviews.rows import due_for

__all__ = ["OwnReviewsPanel"]

AHEAD = timedelta(days=14)
MOST = 8


class OwnReviewsPanel(Component):
    """Own pages whose next look is due, or soon will be; nothing if there is none."""

    name = "own_reviews"
    template_name = "pages/admin/own_reviews.html"
    order = 230

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        today = timezone.localdate()
        found = list(due_for(user, today + AHEAD)[: MOST + 1])
        query = urlencode({"person": user.pk})
        return {
            "reviews": found[:MOST],
            "has_more": len(found) > MOST,
            "today": today,
            "report_url": f"{reverse('review_report')}?{query}",
        }
