"""What editors attach to pages of any type: contacts, documents, change notes."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable, Page, TranslatableMixin

from pages.models.directory import Contact

__all__ = ["ChangeNote", "PageContact", "PageDocument"]


class PageContact(TranslatableMixin, Orderable):
    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="page_contacts")
    contact = models.ForeignKey(
        Contact,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("contact"),
    )

    panels = [FieldPanel("contact")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("contact of a page")


class PageDocument(TranslatableMixin, Orderable):
    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="page_documents")
    document = models.ForeignKey(
        get_document_model_string(),
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("document"),
    )
    title = models.CharField(
        _("title"),
        max_length=255,
        blank=True,
        help_text=_(
            "The document's own title if left empty. Type, size and pages "
            "are added automatically."
        ),
    )

    panels = [FieldPanel("document"), FieldPanel("title")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("document of a page")


class ChangeNote(TranslatableMixin, Orderable):
    """What changed on a page, in public words."""

    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="change_notes")
    date = models.DateField(_("date"), default=timezone.localdate)
    text = models.CharField(_("what changed"), max_length=255)

    panels = [FieldPanel("date"), FieldPanel("text")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("change note")
