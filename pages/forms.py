"""The editors' forms of pages."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pages.reviews.form import REVIEW_PANEL, ReviewedPageForm

__all__ = ["REVIEW_PANEL", "ContentPageForm"]


class ContentPageForm(ReviewedPageForm):
    """Asks whether a change is worth a new date."""

    minor_change = forms.BooleanField(
        required=False,
        label=_("Minor change"),
        help_text=_(
            "Corrected a typing mistake? Then tick this box: the date “Updated on” "
            "stays as it is, and translations remain valid."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        page, parent = kwargs.get("instance"), kwargs.get("parent_page")
        if page and parent and page.locale_id is None:
            # Wagtail's preview of a new page leaves its language to be saved.
            page.locale_id = parent.locale_id
        super().__init__(*args, **kwargs)
        page = self.instance
        unpublished_edit = page.pk and page.live and page.has_unpublished_changes
        self.initial["minor_change"] = bool(
            unpublished_edit and not page.update_pending
        )

    def save(self, *args: Any, **kwargs: Any) -> Any:
        if self.has_changed():
            self.instance.update_pending = not self.cleaned_data["minor_change"]
        return super().save(*args, **kwargs)

    def _post_clean(self) -> None:
        super()._post_clean()
        # Deferred validation means: this is a draft, which can always be saved.
        if not self.is_deferred_validation and not self.errors:
            for field, message in self.instance.publication_errors().items():
                self.add_error(field, message)
