"""The directory and the menus in the admin, and what protects them."""

from django.utils.translation import gettext_lazy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from pages.models import Contact, Funding, Menu, Organisation, Venue


class ContactViewSet(SnippetViewSet):
    model = Contact
    icon = "user"
    list_display = ["name", "role", "organisation", "email"]


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    list_display = ["name", "short_name", "url"]


class VenueViewSet(SnippetViewSet):
    model = Venue
    icon = "home"
    list_display = ["name", "street", "city", "wheelchair_access"]


class FundingViewSet(SnippetViewSet):
    model = Funding
    icon = "pick"
    list_display = ["programme", "funder", "grant_number"]


class DirectoryGroup(SnippetViewSetGroup):
    items = (ContactViewSet, OrganisationViewSet, VenueViewSet, FundingViewSet)
    menu_label = gettext_lazy("Directory")
    menu_icon = "list-ul"
    menu_order = 250


class MenuViewSet(SnippetViewSet):
    model = Menu
    icon = "bars"
    add_to_settings_menu = True


register_snippet(DirectoryGroup)
register_snippet(MenuViewSet)
