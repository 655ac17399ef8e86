"""What objects in two languages know about the texts they show."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import Translation

__all__ = ["TranslatedTexts", "TranslationProgress"]


class TranslatedTexts(models.Model):
    """Mixin of snippets: where each text of a translation comes from. See ContentPage.

    ``text_origins`` maps content paths, as wagtail-localize writes them ("lead",
    "body.<block id>", "page_documents.<key>.title"), to one entry for each string
    there, in order (a rich text has one for each paragraph)::

        {"string": 12, "text": "Soup"}    a text, made from the source text 12
        {…, "machine": true}              the same, and no person has confirmed it
        {…, "attrs": {"a1": {…}}}         the same, with links the original has no more
        {"string": null}                  still in the source language

    The number is that of a ``wagtail_localize.models.String``.

    ``own_forms`` maps paths of facts (names, rooms, pictures, addresses of links) to
    the original's value and the form that translators have given it. It holds for as
    long as the original keeps that value.

    Both are empty on an original. Versions keep them, too, so that they always tell the
    truth about the text beside them.
    """

    text_origins = models.JSONField(default=dict, editable=False)
    own_forms = models.JSONField(default=dict, editable=False)

    class Meta:
        abstract = True


class TranslationProgress(models.Model):
    """What is left to do on one translation, counted whenever that changes.

    All of it can be counted again, by ``pages.translation.progress``. It is kept only
    so that the work list of thousands of pages is one quick query.
    """

    translation = models.OneToOneField(
        Translation, on_delete=models.CASCADE, related_name="work"
    )
    source_version = models.PositiveIntegerField(default=0)
    """``text_version`` of the original."""
    version = models.PositiveIntegerField(default=0)
    """``text_version`` of the translation: that of the original it was made from."""
    open_strings = models.PositiveIntegerField(default=0)
    """Texts of the original that nobody has translated as they are now."""
    machine_strings = models.PositiveIntegerField(default=0)
    """Texts translated by a machine that no person has confirmed."""
    has_unpublished = models.BooleanField(default=False)
    """Whether a translated text is newer than the published translation."""

    class Meta:
        verbose_name = _("progress of a translation")
        verbose_name_plural = _("progress of translations")
