"""Documents and images: what Wagtail's know, and what a public page must say."""

import uuid
from typing import Any

from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from cms.drafts.links.files import address_of_file
from cms.fields import AddressField, LanguageTextField, in_language, marked_in_language
from cms.languages import language_choices

__all__ = ["Rendition", "SiteDocument", "SiteImage"]


def folder_of_file(document: "SiteDocument", filename: str) -> str:
    """Return where a document's file is stored: in a folder named after its content.

    A new file can have the name of the one it replaces, and with it the same address,
    while both are there; and a copy that lies there from before is found again.
    """
    return f"documents/{document.file_hash[:8] or 'new'}/{filename}"


class SiteDocument(AbstractDocument):
    """A file to download. Type and size are read from it, pages too if it is a PDF."""

    class Accessibility(models.TextChoices):
        UNKNOWN = "", _("not checked")
        YES = "yes", _("accessible")
        NO = "no", _("not accessible")

    file = models.FileField(_("file"), upload_to=folder_of_file)
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    language = models.CharField(
        _("language of the file"), max_length=12, blank=True, choices=language_choices
    )
    variant_of = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="variants",
        verbose_name=_("variant of"),
        help_text=_("The same document in another language, such as the German flyer."),
    )
    page_count = models.PositiveIntegerField(
        _("pages"),
        null=True,
        blank=True,
        help_text=_("Counted automatically in a PDF. Needed for other files only."),
    )
    accessibility = models.CharField(
        _("accessibility"),
        max_length=3,
        blank=True,
        choices=Accessibility,
        default=Accessibility.UNKNOWN,
        help_text=_(
            "What a person found who has tested the file. The automatic check of PDF "
            "files finds obstacles, but cannot find that there are none."
        ),
    )
    pdf_check = models.JSONField(null=True, editable=False)
    """What ``pages.pdf`` found in a PDF, and the hash of the file it found it in."""

    admin_form_fields = (
        *Document.admin_form_fields,
        "language",
        "variant_of",
        "page_count",
        "accessibility",
    )

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    @property
    def url(self) -> str:
        """Where it is read; below a link to a draft, while that draft is written."""
        address: str = address_of_file(self.pk) or super().url
        return address

    def clean(self) -> None:
        """Say nothing of the file: pages.uploads has, before it was stored.

        Wagtail would refuse to change the title of one whose type is not allowed any
        more, and complain a second time of one that a form has refused.
        """

    def save(self, *args: object, **kwargs: object) -> None:
        if self.file and self.file_size is None:
            self._set_document_file_metadata()
        super().save(*args, **kwargs)


class SiteImage(AbstractImage):
    """A picture with an alternative text per language, a credit and a licence."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    alt_texts = LanguageTextField(
        verbose_name=_("alternative text"),
        help_text=_("What someone who cannot see the picture needs to know."),
    )
    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("For example “Photo: Jo Doe”."),
    )
    licence = models.CharField(
        _("licence"),
        max_length=100,
        blank=True,
        help_text=_("For example “CC BY 4.0”."),
    )
    licence_url = AddressField(_("address of the licence"), blank=True)

    admin_form_fields = (
        *(name for name in Image.admin_form_fields if name != "description"),
        "alt_texts",
        "credit",
        "licence",
        "licence_url",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def generate_rendition_file(self, *args: Any, **kwargs: Any) -> ContentFile:
        """Make a rendition as Wagtail does, which leaves its temporary file open."""
        with super().generate_rendition_file(*args, **kwargs) as file:
            file.seek(0)
            return ContentFile(file.read(), name=file.name)

    @property
    def default_alt_text(self) -> str:
        """The alternative text in the active language, else in the source language."""
        return in_language(self.alt_texts)

    @property
    def alt_text(self) -> str:
        """The same for visitors; one in the source language is marked as foreign."""
        return marked_in_language(self.alt_texts)


class Rendition(AbstractRendition):
    image = models.ForeignKey(
        SiteImage, on_delete=models.CASCADE, related_name="renditions"
    )

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
