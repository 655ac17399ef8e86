"""A page type below pages of the core, which know nothing of it."""

from pages.models import ContentPage


class NoticePage(ContentPage):
    parent_page_types = ["pages.ProjectPage"]
    template = "notices/notice_page.html"
