"""What the previews of our blocks show in the editor's menu of blocks."""

from typing import Any

from wagtail.documents import get_document_model
from wagtail.images import get_image_model

__all__ = ["StoredPreview", "newest_document", "newest_image"]


class StoredPreview:
    """Mixin of blocks whose ``preview_value`` is written as values are stored.

    Wagtail takes it for a finished value, in which no field may be missing. A field
    may be a function that is asked when the preview is shown.
    """

    def get_preview_value(self) -> Any:
        stored = evaluated(self.meta.preview_value)  # type: ignore[attr-defined]  # a block's
        return self.to_python(stored)  # type: ignore[attr-defined]  # as above


def evaluated(stored: Any) -> Any:
    if callable(stored):
        return stored()
    if isinstance(stored, dict):
        return {name: evaluated(value) for name, value in stored.items()}
    if isinstance(stored, list):
        return [evaluated(item) for item in stored]
    return stored


def newest_image() -> int | None:
    """Return the id of the image that was made last, if there is one."""
    return newest(get_image_model())


def newest_document() -> int | None:
    """Return the id of the document that was made last, if there is one."""
    return newest(get_document_model())


def newest(model: Any) -> int | None:
    pk: int | None = model.objects.order_by("pk").values_list("pk", flat=True).last()
    return pk
