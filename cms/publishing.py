"""From Wagtail's many signals to one event, ``content_changed``, after commit."""

__all__ = ["connect"]


def connect() -> None:
    """Listen to everything that changes what visitors see."""
