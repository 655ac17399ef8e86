"""A panel above the programme that says what is odd in it."""

from typing import Any

from wagtail.admin.panels import Panel

from pages.agenda import AgendaWarning

__all__ = ["ProgrammeWarningsPanel"]


class ProgrammeWarningsPanel(Panel):
    """Shows the warnings of the programme as it was last saved, if there are any."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "pages/admin/programme_warnings.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk and self.warnings)

        @property
        def warnings(self) -> tuple[AgendaWarning, ...]:
            found: tuple[AgendaWarning, ...] = self.instance.warnings()
            return found

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {**context, "warnings": self.warnings}
