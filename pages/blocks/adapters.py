"""What the form of a programme does in the browser, beyond that of any open stream."""

from django import forms
from django.utils.functional import cached_property
from wagtail.admin.telepath import register

from cms.streams import OpenStreamBlockAdapter
from pages.blocks.agenda import AgendaStream

__all__: list[str] = []


class AgendaStreamAdapter(OpenStreamBlockAdapter):
    """Adds the script that proposes the time of a new entry."""

    @cached_property
    def media(self) -> forms.Media:
        return super().media + forms.Media(
            js=["pages/js/prefilled_times.js", "pages/js/unfinished_times.js"]
        )


register(AgendaStreamAdapter(), AgendaStream)
