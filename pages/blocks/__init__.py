"""Blocks and streams of the content. Each block has a template of the same name."""

from pages.blocks.agenda import AgendaStream
from pages.blocks.body import BodyStream
from pages.blocks.text import TEXT_FEATURES

__all__ = ["TEXT_FEATURES", "AgendaStream", "BodyStream"]
