"""The pictures of people in the admin, which they upload in their account."""

from typing import Any

from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.admin.views.account import AvatarSettingsPanel

from pages.uploads.fields import PictureField

__all__ = ["PortraitForm", "connect"]


class PortraitForm(AvatarPreferencesForm):
    """Looks into a picture before Wagtail makes it smaller.

    Wagtail's field asks all decoders, one of which starts Ghostscript, and decodes only
    when nothing catches the error of one that is cut off.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["avatar"] = PictureField(instead_of=self.fields["avatar"])


def connect() -> None:
    """Put the form in the place of Wagtail's; its view takes no other."""
    AvatarSettingsPanel.form_class = PortraitForm
