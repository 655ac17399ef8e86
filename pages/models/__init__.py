"""Page types, the directory, menus, documents and images."""

from pages.models.base import ChangeNote, ContentPage, PageContact, PageDocument
from pages.models.directory import Contact, Funding, Organisation, Venue
from pages.models.media import Rendition, SiteDocument, SiteImage
from pages.models.menu import Menu, MenuItem
from pages.models.news import NewsIndexPage, NewsPage
from pages.models.project import ProjectFunding, ProjectOrganisation, ProjectPage
from pages.models.series import PlannedWorkshop, SeriesPage
from pages.models.standard import StandardPage
from pages.models.workshop import WorkshopPage

__all__ = [
    "ChangeNote",
    "Contact",
    "ContentPage",
    "Funding",
    "Menu",
    "MenuItem",
    "NewsIndexPage",
    "NewsPage",
    "Organisation",
    "PageContact",
    "PageDocument",
    "PlannedWorkshop",
    "ProjectFunding",
    "ProjectOrganisation",
    "ProjectPage",
    "Rendition",
    "SeriesPage",
    "SiteDocument",
    "SiteImage",
    "StandardPage",
    "Venue",
    "WorkshopPage",
]
