"""Addresses in the admin at which the texts of several pages leave and come back.

Those for one page are wagtail-localize's own and stand in ``guards``.
"""

from django.urls import URLPattern, path
from wagtail import hooks

from pages.translation.po.views import export_selection, import_selection

__all__ = ["exchange_addresses"]


@hooks.register("register_admin_urls")
def exchange_addresses() -> list[URLPattern]:
    return [
        path("translation/po/export/", export_selection, name="translation_po_export"),
        path("translation/po/import/", import_selection, name="translation_po_import"),
    ]
