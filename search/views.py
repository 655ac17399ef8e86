"""The search page, and what is offered while somebody types."""

from typing import Any

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language, ngettext
from django.views.decorators.http import require_safe

from cms.answers import hidden_from_indexes
from search.asking import Asked, query_of, read
from search.counting import count
from search.filters import filters, kinds, orders, without_filters
from search.finding import find, suggest
from search.limiting import seconds_to_wait
from search.question import LONGEST_QUESTION, Answer, Question, Suggestion
from search.wording import kind_in_words

__all__ = ["search", "suggestions"]

RESULTS_PER_PAGE = 20
SUGGESTIONS = 6
FIRST_LETTERS = 2
LETTERS_PER_SEARCH = 5
"""How many suggestions somebody may ask for in place of one search.

A letter every fifth of a second, all the time, is less than the default allows.
"""
SECONDS_TO_KEEP = 60
"""So long a browser keeps suggestions: who deletes a letter has seen them before."""


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Answer a question, or say kindly why there is no answer."""
    asked = read(request.GET, get_language() or settings.LANGUAGE_CODE)
    context: dict[str, Any] = {"asked": asked, "max_length": LONGEST_QUESTION}
    if asked.can_be_answered:
        wait = seconds_to_wait(request, "page", settings.SEARCHES_PER_MINUTE)
        context |= {"wait": wait} if wait else results(asked)
    response = render(request, "search/search.html", context)
    return with_headers(response, context.get("wait", 0))


def results(asked: Asked) -> dict[str, Any]:
    """Return what the page shows of an answer; count the question if it is new."""
    answer, page = part(asked)
    question = asked.question
    if asked == Asked(Question(question.text, question.language)):
        count(question, answer.number_found)
    offered = filters(question, answer)
    return {
        "answer": answer,
        "page_of_results": page,
        "query_before_page": f"{query_of(question)}&",
        "kinds": kinds(question, answer),
        "filters": offered,
        "is_narrowed": any(one.is_used for one in offered),
        "orders": orders(question),
        "without_filters": without_filters(question),
    }


def part(asked: Asked) -> tuple[Answer, Page]:
    """Return the wanted page of the results, the last one if there are not so many."""
    answer = answered(asked, asked.page)
    page = Paginator(range(answer.total), RESULTS_PER_PAGE).get_page(asked.page)
    if page.number != asked.page:
        answer = answered(asked, page.number)
    return answer, page


def answered(asked: Asked, number: int) -> Answer:
    first = (number - 1) * RESULTS_PER_PAGE
    return find(asked.question, first, RESULTS_PER_PAGE)


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """Answer the beginning of a question with titles to go to, as JSON.

    ``message`` says how many there are, for those who do not see them.
    """
    asked = read(request.GET, get_language() or settings.LANGUAGE_CODE)
    text, language = asked.question.text, asked.question.language
    wait = 0
    found: list[Suggestion] = []
    # What asks nothing of the database is not counted.
    if len(text) >= FIRST_LETTERS and not asked.is_too_long:
        most = settings.SEARCHES_PER_MINUTE * LETTERS_PER_SEARCH
        wait = seconds_to_wait(request, "suggestions", most)
        found = [] if wait else suggest(text, language, SUGGESTIONS)
    response = JsonResponse(
        {"suggestions": [shown(one) for one in found], "message": number_of(found)}
    )
    return with_headers(response, wait, max_age=SECONDS_TO_KEEP)


def shown(suggestion: Suggestion) -> dict[str, str]:
    return {
        "title": suggestion.title,
        "url": suggestion.url,
        "kind": kind_in_words(suggestion.kind),
    }


def number_of(found: list[Suggestion]) -> str:
    words = ngettext("%(number)d suggestion", "%(number)d suggestions", len(found))
    return words % {"number": len(found)}


def with_headers(response: HttpResponse, wait: int, max_age: int = 0) -> HttpResponse:
    """Keep an answer out of indexes and out of caches that several people share.

    Such a cache would give to one person what another was told to wait for, and would
    count nothing. A browser asks again unless the answer is younger than ``max_age``
    seconds; one that has to wait is not kept at all.
    """
    hidden_from_indexes(response)
    if wait:
        response.status_code = 429
        response.headers["Retry-After"] = str(wait)
        patch_cache_control(response, private=True, no_store=True)
    elif max_age:
        patch_cache_control(response, private=True, max_age=max_age)
    else:
        patch_cache_control(response, private=True, no_cache=True)
    return response
