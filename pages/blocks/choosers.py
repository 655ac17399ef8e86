"""Choosers whose objects are fetched together with all others of the page."""

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock as WagtailDocumentChooser
from wagtail.images.blocks import ImageChooserBlock as WagtailImageChooser

from pages.references import SharedLookup

__all__ = ["DocumentChooserBlock", "ImageChooserBlock", "PageChooserBlock"]


class DocumentChooserBlock(SharedLookup, WagtailDocumentChooser):
    kind = "document"


class ImageChooserBlock(SharedLookup, WagtailImageChooser):
    kind = "image"


class PageChooserBlock(SharedLookup, blocks.PageChooserBlock):
    kind = "page"
