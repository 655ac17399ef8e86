"""Makes the sizes of a picture when it is uploaded: no visitor waits for them."""

from typing import Any

from django.db.models.signals import post_save
from django.db.transaction import on_commit
from django_tasks import task
from wagtail.images import get_image_model

from cms.pictures import PHOTO, renditions

__all__ = ["connect", "make_sizes"]


def connect() -> None:
    """Make the sizes of every picture that is uploaded or replaced."""
    post_save.connect(
        make_later,
        sender=get_image_model(),
        dispatch_uid="pages.sizes.make_later",
    )


def make_later(instance: Any, update_fields: Any = None, **kwargs: Any) -> None:
    if update_fields is None and not kwargs.get("raw"):
        on_commit(lambda: make_sizes.enqueue(instance.pk))


@task(backend="background")
def make_sizes(image_pk: int) -> None:
    """Make what pages and programs show of a photo; what is there is left as it is.

    A logo is small, and whoever shows one first makes its sizes quickly.
    """
    image = get_image_model().objects.filter(pk=image_pk).first()
    renditions(image, PHOTO)
