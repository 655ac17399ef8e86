"""What Wagtail's forms for documents and images are built on, in all of its views."""

from pathlib import PurePosixPath
from typing import Any

from django import forms
from django.core.files import File
from django.db import transaction
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from pages.uploads.fields import DocumentField, PictureField
from pages.uploads.names import visible

__all__ = ["DocumentForm", "ImageForm"]


class WithCheckedFile(forms.ModelForm):
    """Puts a field that looks into a file in the place of Wagtail's."""

    file_field: type[DocumentField | PictureField]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The forms for what was uploaded before have no file any more.
        if field := self.fields.get("file"):
            self.fields["file"] = self.file_field(instead_of=field)

    def clean_title(self) -> str:
        # Proposed from the name of the file.
        return visible(self.cleaned_data["title"]).strip()

    def clean(self) -> dict[str, Any]:
        """A title of nothing but invisible characters becomes the name of the file."""
        cleaned: dict[str, Any] = super().clean()  # type: ignore[assignment]  # Django's
        file = cleaned.get("file") or self.instance.file
        if cleaned.get("title") == "" and file:
            cleaned["title"] = PurePosixPath(file.name).stem
        return cleaned


class DocumentForm(WithCheckedFile, BaseDocumentForm):
    file_field = DocumentField
    original_file: Any  # what Wagtail keeps of the file from before

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("variant_of"):
            others = field.queryset.exclude(pk=self.instance.pk)  # type: ignore[attr-defined]  # a choice of documents
            field.queryset = others.order_by("title")  # type: ignore[attr-defined]  # the same

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 (Django's)
        """Save; the file that was replaced goes only when nothing can fail any more.

        Wagtail removes it before it saves the document, which then is left without any
        if that fails.
        """
        is_new = "file" in self.changed_data
        if is_new and "page_count" not in self.changed_data:
            self.instance.page_count = None
        if not commit:
            return super().save(commit=False)
        replaced, self.original_file = self.original_file, None
        with transaction.atomic():
            document = super().save()
            if is_new and replaced and replaced.name != document.file.name:
                transaction.on_commit(lambda: remove(replaced))
        return document


def remove(file: File) -> None:
    file.storage.delete(file.name)  # type: ignore[attr-defined]  # a FieldFile


class ImageForm(WithCheckedFile, BaseImageForm):
    file_field = PictureField
