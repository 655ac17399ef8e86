"""Page types, the directory, menus, documents and images."""

from pages.models.attached import ChangeNote, PageContact, PageDocument
from pages.models.base import ContentPage
from pages.models.calendar import CalendarState
from pages.models.directory import Contact, Funding, Organisation, Venue
from pages.models.media import Rendition, SiteDocument, SiteImage
from pages.models.menu import Menu, MenuItem
from pages.models.news import NewsIndexPage, NewsPage
from pages.models.pdf_text import PdfText
from pages.models.project import ProjectFunding, ProjectOrganisation, ProjectPage
from pages.models.quality import CheckedObject, ExternalAddress, Finding
from pages.models.review import PageReview
from pages.models.series import PlannedWorkshop, SeriesPage
from pages.models.short_link import ShortLink
from pages.models.standard import StandardPage
from pages.models.translated import TranslatedTexts, TranslationProgress
from pages.models.translator import WorkMail
from pages.models.workshop import WorkshopPage

__all__ = [
    "CalendarState",
    "ChangeNote",
    "CheckedObject",
    "Contact",
    "ContentPage",
    "ExternalAddress",
    "Finding",
    "Funding",
    "Menu",
    "MenuItem",
    "NewsIndexPage",
    "NewsPage",
    "Organisation",
    "PageContact",
    "PageDocument",
    "PageReview",
    "PdfText",
    "PlannedWorkshop",
    "ProjectFunding",
    "ProjectOrganisation",
    "ProjectPage",
    "Rendition",
    "SeriesPage",
    "ShortLink",
    "SiteDocument",
    "SiteImage",
    "StandardPage",
    "TranslatedTexts",
    "TranslationProgress",
    "Venue",
    "WorkMail",
    "WorkshopPage",
]
