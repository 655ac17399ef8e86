"""Blocks and streams of the content. Each block has a template of the same name."""

from pages.blocks import adapters  # noqa: F401  # it registers what forms run
from pages.blocks.agenda import AgendaStream
from pages.blocks.body import BodyStream
from pages.blocks.names import NameBlock
from pages.blocks.text import TEXT_FEATURES

__all__ = ["TEXT_FEATURES", "AgendaStream", "BodyStream", "NameBlock"]
