"""Uploads end where nothing that large is wanted, and fill neither memory nor disk."""

from io import BytesIO

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

__all__ = ["LargestUpload"]


class LargestUpload(FileUploadHandler):
    """Lets pass what ``LARGEST_UPLOAD`` bytes allow, and drops the rest as it comes.

    What is too large arrives as a file of its true name and size that is empty: forms
    then say how large it was and what is allowed. It has to stand first in
    ``FILE_UPLOAD_HANDLERS``.
    """

    is_too_large = False

    def new_file(self, *args: object, **kwargs: object) -> None:
        super().new_file(*args, **kwargs)  # type: ignore[arg-type]  # passed through
        self.is_too_large = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self.is_too_large = start + len(raw_data) > settings.LARGEST_UPLOAD
        return None if self.is_too_large else raw_data

    def file_complete(self, file_size: int) -> UploadedFile | None:
        if not self.is_too_large:
            return None
        return UploadedFile(
            BytesIO(), self.file_name, self.content_type, file_size, self.charset
        )
