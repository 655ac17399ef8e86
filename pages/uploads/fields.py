"""Form fields for a document and for a picture."""

from collections.abc import Callable
from typing import IO, Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.documents.fields import WagtailDocumentField
from wagtail.images.fields import WagtailImageField

from pages.uploads.archives import (
    check_archive,
    check_office_file,
    check_open_document,
)
from pages.uploads.names import extension_of, safe_name, shown_name
from pages.uploads.pdfs import check_pdf
from pages.uploads.pictures import check_picture
from pages.uploads.refusals import (
    EMPTY,
    WRONG_TYPE,
    limit_in_words,
    refuse,
    refuse_size,
)
from pages.uploads.texts import check_rich_text, check_text

__all__ = ["CONTENT", "DocumentField", "PictureField"]

Check = Callable[[IO[bytes], str, str], None]

CONTENT: dict[str, Check] = {
    "csv": check_text,
    "docx": check_office_file,
    "epub": check_open_document,
    "odp": check_open_document,
    "ods": check_open_document,
    "odt": check_open_document,
    "pdf": check_pdf,
    "pptx": check_office_file,
    "rtf": check_rich_text,
    "txt": check_text,
    "xlsx": check_office_file,
    "zip": check_archive,
}


def check_document(file: IO[bytes], name: str, extension: str) -> None:
    """Refuse a file that is not allowed, or whose content its name does not tell."""
    allowed = settings.WAGTAILDOCS_EXTENSIONS
    if extension not in allowed:
        types = ", ".join(one.upper() for one in allowed)
        raise refuse(WRONG_TYPE, name, types=types)
    CONTENT[extension](file, name, extension)


class CheckedFile:
    """Mixin of file fields: size, then type, then content, each with one sentence.

    Names that would do harm are mended, not refused: who is told that a name is bad
    has to go back to a file manager.
    """

    check: Check
    max_upload_size: int
    error_messages: dict[str, Any]

    def tell(self, types: str) -> None:
        """Say beside the field what it takes, as its sentences do: 50 MB, not 47.7."""
        limit = limit_in_words(self.max_upload_size)
        self.help_text = _("%(types)s; at most %(limit)s.") % {
            "types": types,
            "limit": limit,
        }
        # Browsers say this where they can tell without sending the file.
        self.error_messages["file_too_large_unknown_size"] = _(
            "The file was not stored: at most %(limit)s are allowed."
        ) % {"limit": limit}

    def take(self, data: Any) -> None:
        """Raise ValidationError unless a file can be stored; give it a safe name."""
        if not isinstance(data, UploadedFile):
            return
        name = shown_name(data.name or "")
        size = data.size or 0
        if size > self.max_upload_size:
            raise refuse_size(name, size, self.max_upload_size)
        if not size:
            raise refuse(EMPTY, name)
        data.name = safe_name(data.name or "")
        type(self).check(data, name, extension_of(data.name))
        data.seek(0)

    def to_python(self, data: Any) -> Any:
        self.take(data)
        return super().to_python(data)  # type: ignore[misc]  # a form field's


def plain_arguments(field: forms.Field | None) -> dict[str, Any]:
    """Return what a field that takes the place of another one keeps of it."""
    if field is None:
        return {}
    return {"label": field.label, "required": field.required, "widget": field.widget}


class DocumentField(CheckedFile, WagtailDocumentField):
    check = staticmethod(check_document)

    def __init__(self, instead_of: forms.Field | None = None) -> None:
        super().__init__(allow_empty_file=True, **plain_arguments(instead_of))
        self.tell(", ".join(one.upper() for one in settings.WAGTAILDOCS_EXTENSIONS))
        self.widget.attrs["accept"] = ",".join(
            f".{one}" for one in settings.WAGTAILDOCS_EXTENSIONS
        )


class PictureField(CheckedFile, WagtailImageField):
    check = staticmethod(check_picture)

    def __init__(self, instead_of: forms.Field | None = None) -> None:
        super().__init__(allow_empty_file=True, **plain_arguments(instead_of))
        self.tell(self.supported_formats_text)
