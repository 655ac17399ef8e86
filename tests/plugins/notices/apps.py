"""A stranger's plugin: it uses everything the contract offers."""

from collections.abc import Mapping, Sequence

from django.urls import URLPattern, path
from django.utils.translation import pgettext_lazy
from ninja import Router
from wagtail.blocks import Block

from cms.plugins import Plugin


class NoticesConfig(Plugin):
    name = "tests.plugins.notices"
    label = "notices"

    def blocks(self) -> Mapping[str, Mapping[str, Block]]:
        from .blocks import NoticeBlock, VoteBlock

        return {
            "body": {"notices_notice": NoticeBlock()},
            "agenda": {"notices_vote": VoteBlock()},
        }

    def endpoints(self) -> Mapping[str, Router]:
        from .api import router

        return {"notices": router}

    def urlpatterns(self) -> Sequence[URLPattern]:
        from .views import board

        return [path(pgettext_lazy("notices", "board/"), board, name="notices_board")]

    def ready(self) -> None:
        from . import delivery

        delivery.register()
