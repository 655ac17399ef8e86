"""The form of a webhook."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from cms.outbox.models import EventType
from cms.webhooks.models import Webhook, new_secret

__all__ = ["WebhookForm"]


class WebhookForm(WagtailAdminModelForm):
    events = forms.MultipleChoiceField(
        choices=EventType.choices,
        widget=forms.CheckboxSelectMultiple,
        label=_("Events"),
        error_messages={
            "required": _("Choose at least one event, else nothing would ever be sent.")
        },
    )

    class Meta:
        model = Webhook
        fields = ["name", "url", "events", "secret", "is_on"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["secret"].required = False

    def clean_secret(self) -> str:
        """Make a new secret of an emptied field."""
        return self.cleaned_data["secret"] or new_secret()
