"""A model field for a colour, and its input with a picker."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from cms.theme.colours import read_colour

__all__ = ["ColourField"]


class ColourInput(forms.TextInput):
    """A box for the number of a colour. With JavaScript a picker stands beside it."""

    template_name = "cms/widgets/colour.html"

    class Media:
        js = ["cms/js/colour_input.js"]
        css = {"all": ["cms/css/colour_input.css"]}


class ColourField(models.CharField):
    """A colour as "#1f5c4d"; other ways to write the number are brought to this one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 7)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        """Raise ValidationError for what is no number of a colour."""
        given = str(value or "").strip()
        colour = read_colour(given)
        if given and colour is None:
            raise ValidationError(
                _(
                    "“%(value)s” is not the number of a colour. Write # and six "
                    "characters from 0 to 9 and a to f, for example #1f5c4d."
                ),
                code="no_colour",
                params={"value": given[:40]},
            )
        return super().clean(colour or "", model_instance)

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        # The sentence above, not one about the length.
        return super().formfield(
            **{**kwargs, "max_length": None, "widget": ColourInput}
        )
