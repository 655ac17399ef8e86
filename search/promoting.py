"""Results that editors put on top of certain searches."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.documents import get_document_model
from wagtail.models import Page, Site

from cms.visibility import public
from pages.models import NewsPage, WorkshopPage
from search.engine.folding import words_of
from search.hits import Shown, document_hit, page_hit
from search.indexing.documents import readable
from search.models import PromotedResult
from search.question import LONGEST_QUESTION, Hit, Kind, Question

__all__ = ["promoted"]


def promoted(question: Question) -> list[tuple[str, Hit]]:
    """Return what editors want on top of a search, and what it is, as "workshop 12".

    A page that is not public, or a document that is not for everybody, is left out.
    """
    asked = words_of(question.text[:LONGEST_QUESTION], question.language)
    kept = PromotedResult.objects.filter(language=question.language)
    chosen = [
        one
        for one in kept
        if asked
        and any(words_of(text, question.language) == asked for text in one.searches)
    ]
    if not chosen:
        return []
    pages = allowed_pages([one.page_id for one in chosen if one.page_id])
    documents = allowed_documents(
        [one.document_id for one in chosen if one.document_id]
    )
    workshops = [pk for pk, page in pages.items() if kind_of(page) == Kind.WORKSHOP]
    shown = Shown.of(pages, workshops, [])
    shown.documents = documents
    hits = (hit_of(one, shown, question.language) for one in chosen)
    return [found for found in hits if found]


def hit_of(one: PromotedResult, shown: Shown, language: str) -> tuple[str, Hit] | None:
    excerpt = format_html("{}", one.description)
    if one.page_id:
        page = shown.pages.get(one.page_id)
        if page is None:
            return None
        kind = kind_of(page)
        key, hit = f"{kind} {page.pk}", page_hit(kind, page, shown, excerpt, language)
    elif one.document_id:
        document = shown.documents.get(one.document_id)
        if document is None:
            return None
        key = f"{Kind.DOCUMENT} {document.pk}"
        hit = document_hit(document, excerpt, language)
    else:
        key, hit = f"url {one.url}", address_hit(one, excerpt, language)
    return key, replace(hit, title=one.title or hit.title, is_promoted=True)


def address_hit(one: PromotedResult, excerpt: SafeString, language: str) -> Hit:
    """Return an address as a result; one of another website says which it is."""
    host = urlsplit(one.url).netloc
    is_external = host not in own_hosts()
    return Hit(
        Kind.PAGE,
        one.title,
        one.url,
        excerpt,
        details=host if is_external else "",
        language=language,
        is_external=is_external,
    )


def own_hosts() -> set[str]:
    """Return the hosts of our sites, with their ports if these are unusual."""
    return {urlsplit(site.root_url).netloc for site in Site.get_site_root_paths()}


def allowed_pages(pks: list[int | None]) -> dict[int, Any]:
    if not any(pks):
        return {}
    return {
        page.pk: page for page in public(Page.objects.filter(pk__in=filter(None, pks)))
    }


def allowed_documents(pks: list[int | None]) -> dict[int, Any]:
    if not any(pks):
        return {}
    rows = readable(get_document_model().objects.filter(pk__in=filter(None, pks)))
    return {document.pk: document for document in rows}


def kind_of(page: Page) -> Kind:
    model = page.specific_class or Page
    if issubclass(model, WorkshopPage):
        return Kind.WORKSHOP
    return Kind.NEWS if issubclass(model, NewsPage) else Kind.PAGE
