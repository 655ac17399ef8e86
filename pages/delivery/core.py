"""The core's blocks and page types, registered as those of plugins are."""

from pages.delivery.common_fields import register_common
from pages.delivery.core_blocks import register_core
from pages.delivery.core_types import register_types
from pages.delivery.kinds import register_kinds

__all__ = ["register"]


def register() -> None:
    register_kinds()
    register_common()
    register_core()
    register_types()
