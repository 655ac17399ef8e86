"""The states of a translation: what has to be done next, and by whom."""

from django.db.models import IntegerChoices
from django.utils.translation import gettext_lazy as _

__all__ = ["State"]


class State(IntegerChoices):
    """The state of a translation, in the order in which a work list shows them.

    The first that fits holds, asked in this order:

    1. OFFLINE: the original is offline or deleted. Whatever else is left to do can
       wait, because visitors see no translation either.
    2. MISSING: nobody has begun. An alias is no translation.
    3. BEHIND: visitors read a translation of an earlier version of the original, and
       texts of the present one are open.
    4. OPEN: texts are open or machine-made and unconfirmed: of a draft, of a page that
       was published incomplete, or after a minor change of the original.
    5. UNCONNECTED: the page was made without the translation editor, so nobody knows
       which text it is a translation of.
    6. WAITING: all is translated or confirmed, and has to be published, or is in
       moderation. Also if visitors read an earlier version until then: nothing is left
       to translate.
    7. CURRENT: nothing to do.
    """

    BEHIND = 1, _("original changed since")
    OPEN = 2, _("texts open")
    WAITING = 3, _("waiting for publication")
    MISSING = 4, _("missing")
    UNCONNECTED = 5, _("not connected with its original")
    OFFLINE = 6, _("original offline")
    CURRENT = 7, _("current")

    @property
    def slug(self) -> str:
        """The name in addresses."""
        return self.name.lower()

    @property
    def icon(self) -> str:
        """The name of Wagtail's icon."""
        return ICONS[self]


ICONS = {
    State.BEHIND: "warning",
    State.OPEN: "edit",
    State.WAITING: "time",
    State.MISSING: "plus",
    State.UNCONNECTED: "link",
    State.OFFLINE: "no-view",
    State.CURRENT: "check",
}
