"""Blocks of the body, the open stream that every page has."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.streams import OpenStreamBlock
from pages.blocks.choosers import (
    DocumentChooserBlock,
    ImageChooserBlock,
    PageChooserBlock,
)
from pages.blocks.lines import LineBlock
from pages.blocks.previews import StoredPreview, newest_document, newest_image
from pages.blocks.text import INLINE_FEATURES, TEXT_FEATURES

__all__ = [
    "BodyStream",
    "CallToActionBlock",
    "DetailsBlock",
    "DocumentsBlock",
    "FigureBlock",
    "GalleryBlock",
    "HeadingBlock",
    "QuoteBlock",
    "TextBlock",
]


class HeadingBlock(blocks.CharBlock):
    class Meta:
        heading_level = 2
        icon = "title"
        label = _("Heading")
        description = _("Divides a long text.")
        template = "pages/blocks/heading.html"
        preview_value = "Warum ein Stadtlabor?"


class TextBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("features", TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, lists, links and documents.")
        template = "pages/blocks/text.html"
        preview_value = "<p>Ein Absatz mit <b>wichtigen</b> Wörtern.</p>"


class FigureBlock(StoredPreview, blocks.StructBlock):
    image = ImageChooserBlock(label=_("Picture"))
    caption = LineBlock(label=_("Caption"), required=False, max_length=255)
    is_decorative = blocks.BooleanBlock(
        label=_("Only decoration"),
        required=False,
        help_text=_(
            "Tick this if nothing is lost without the picture. Screen readers "
            "then pass over it."
        ),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture with caption, credit and licence.")
        template = "pages/blocks/figure.html"
        preview_value = {"image": newest_image}


class PicturesBlock(blocks.StreamBlock):
    """Several figures. A stream, because its items keep their ids in translation."""

    figure = FigureBlock()

    class Meta:
        label = _("Pictures")


class GalleryBlock(StoredPreview, blocks.StructBlock):
    title = LineBlock(
        label=_("Heading"), required=False, max_length=255, heading_level=2
    )
    pictures = PicturesBlock()

    class Meta:
        icon = "image"
        label = _("Gallery")
        description = _("Several pictures side by side.")
        template = "pages/blocks/gallery.html"
        preview_value = {
            "title": "Bilder des Nachmittags",
            "pictures": [
                {"type": "figure", "value": {"image": newest_image}},
                {"type": "figure", "value": {"image": newest_image}},
            ],
        }


class QuoteBlock(StoredPreview, blocks.StructBlock):
    quote = blocks.TextBlock(label=_("Quotation"))
    source = LineBlock(label=_("Who said it"), required=False, max_length=255)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        description = _("What somebody said or wrote.")
        template = "pages/blocks/quote.html"
        preview_value = {
            "quote": "Wir planen nicht für die Leute, sondern mit ihnen.",
            "source": "Stimme aus der ersten Werkstatt",
        }


class DocumentItemsBlock(blocks.StreamBlock):
    document = DocumentChooserBlock(label=_("Document"))

    class Meta:
        label = _("Documents")


class DocumentsBlock(StoredPreview, blocks.StructBlock):
    title = LineBlock(
        label=_("Heading"), required=False, max_length=255, heading_level=2
    )
    documents = DocumentItemsBlock()

    class Meta:
        icon = "doc-full"
        label = _("Documents")
        description = _("Files to download, with type, size and pages.")
        template = "pages/blocks/documents.html"
        preview_value = {
            "title": "Zum Nachlesen",
            "documents": [{"type": "document", "value": newest_document}],
        }


class DetailsBlock(StoredPreview, blocks.StructBlock):
    summary = LineBlock(label=_("Question or heading"), max_length=255)
    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES)

    class Meta:
        icon = "collapse-down"
        label = _("Text that opens")
        description = _("A question whose answer opens on request.")
        template = "pages/blocks/details.html"
        preview_value = {
            "summary": "Muss ich etwas mitbringen?",
            "text": "<p>Nein. Papier und Stifte liegen bereit.</p>",
        }


class CallToActionBlock(StoredPreview, blocks.StructBlock):
    text = blocks.RichTextBlock(label=_("Text"), features=INLINE_FEATURES)
    page = PageChooserBlock(label=_("Page"), required=False)
    url = blocks.URLBlock(label=_("Or address"), required=False)
    label = LineBlock(label=_("Words of the link"), max_length=100)

    class Meta:
        icon = "pick"
        label = _("Call to action")
        description = _("What readers should do next.")
        template = "pages/blocks/call_to_action.html"
        preview_value = {
            "text": "<p>Sie möchten mitmachen?</p>",
            "url": "https://example.org/",
            "label": "Zur Anmeldung",
        }


class BodyStream(OpenStreamBlock):
    """The body of a page. Plugins offer more blocks under the name "body"."""

    stream_name = "body"

    heading = HeadingBlock()
    text = TextBlock()
    figure = FigureBlock()
    gallery = GalleryBlock()
    quote = QuoteBlock()
    documents = DocumentsBlock()
    details = DetailsBlock()
    call_to_action = CallToActionBlock()

    class Meta:
        label = _("Text")
