"""The API's manual for people: a page made of its OpenAPI document."""

from cms.api.manual.page import manual

__all__ = ["manual"]
