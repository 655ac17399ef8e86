"""The search for programs: the same results in the same order as on its page."""

from typing import Annotated, Any, Literal
from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import override
from ninja import Query, Router, Schema
from pydantic import Field
from typing_extensions import TypedDict
from wagtail.models import Site

from cms.api import Problem, answer
from cms.api.cursors import NO_CURSOR, read_cursor, write_cursor
from cms.api.late import LateChoice
from cms.languages import language_codes
from search.asking import in_one_line
from search.finding import find
from search.limiting import seconds_to_wait
from search.question import (
    LONGEST_QUESTION,
    Answer,
    Choice,
    Hit,
    Kind,
    Order,
    Period,
    Question,
)

__all__ = ["router"]

router = Router(tags=["search"])

MOST = 50
SECONDS_TO_KEEP = 60
FARTHEST = 10_000
NOTHING: Any = None


KindName = Annotated[str, LateChoice(lambda: list(Kind.values))]
PeriodName = Annotated[str, LateChoice(lambda: list(Period.values))]


class SearchQuestion(Schema):
    q: Annotated[
        str,
        Field(
            min_length=1,
            max_length=LONGEST_QUESTION,
            description="The words to look for.",
            examples=["Quartier"],
        ),
    ]
    language: Annotated[
        Annotated[str, LateChoice(language_codes)],
        Field(description="The language to search in, and of the words of an error."),
    ] = settings.LANGUAGE_CODE
    type: Annotated[
        KindName,
        Field(description="Only results of this kind."),
    ] = NOTHING
    project: Annotated[
        int,
        Field(ge=1, le=10**18, description="Only what belongs to this project's page."),
    ] = NOTHING
    year: Annotated[int, Field(ge=1, le=9999, description="Only what is of it.")] = (
        NOTHING
    )
    when: Annotated[PeriodName, Field(description="Only workshops, then.")] = NOTHING
    order: Annotated[
        Literal["best", "newest"], Field(description="The best results first, or …")
    ] = "best"
    limit: Annotated[int, Field(ge=1, le=MOST, description="How many at most.")] = 20
    cursor: Annotated[
        str,
        Field(
            min_length=1,
            max_length=600,
            description="“next” of the answer before. All other parameters stay.",
        ),
    ] = NOTHING


class HitData(TypedDict):
    """One result."""

    kind: KindName
    title: str
    url: str
    page: Annotated[
        int | None,
        Field(
            description="The id of the page it leads to; of a person, of the latest."
        ),
    ]
    document: Annotated[
        int | None, Field(description="The id of the file it leads to.")
    ]
    excerpt: Annotated[
        str, Field(description="Safe HTML with <mark> around what was looked for.")
    ]
    details: Annotated[str, Field(description="What else helps to choose, in words.")]
    date: Annotated[str | None, Field(json_schema_extra={"format": "date"})]
    status: str
    language: Annotated[str, Field(description="Of its words.")]
    is_promoted: Annotated[bool, Field(description="Whether editors put it on top.")]


class ChoiceData(TypedDict):
    """A value of a filter and how many results it would leave."""

    value: str
    label: str
    number: int


class FoundData(TypedDict):
    items: list[HitData]
    next: Annotated[str | None, Field(description="null at the end.")]
    total: int
    corrected: Annotated[
        str, Field(description="What was searched instead, where nothing was found.")
    ]
    only_some_words: Annotated[
        bool, Field(description="Whether no result has all the words.")
    ]
    types: list[ChoiceData]
    projects: list[ChoiceData]
    years: list[ChoiceData]
    periods: list[ChoiceData]


@router.get(
    "",
    response=FoundData,
    operation_id="search",
    summary="Search",
    openapi_extra={"x-problems": ["429"]},
)
def search(request: HttpRequest, asked: Query[SearchQuestion]) -> HttpResponse:
    """Search pages, people and files in one language, with what narrows the results."""
    site = Site.find_for_request(request)
    if site is None:
        raise Problem(404)
    if wait := seconds_to_wait(request, "api", settings.SEARCHES_PER_MINUTE):
        raise Problem(429, headers={"Retry-After": str(wait)})
    question = question_of(asked)
    first = place_of(asked, question)
    found = find(question, first, asked.limit)
    with override(asked.language):
        data = found_data(found, str(site.root_url))
    end = first + asked.limit
    if end < min(found.total, FARTHEST):
        data["next"] = write_cursor(question, end)
    return kept_shortly(answer(data, language=asked.language))


def kept_shortly(response: HttpResponse) -> HttpResponse:
    """Keep results no longer than a minute, in shared caches as well.

    The index learns of a change some time after it was published, so a cache that is
    purged then may ask too early.
    """
    patch_cache_control(
        response,
        public=True,
        max_age=min(settings.API_MAX_AGE, SECONDS_TO_KEEP),
        s_maxage=min(settings.API_SHARED_MAX_AGE, SECONDS_TO_KEEP),
    )
    return response


def question_of(asked: SearchQuestion) -> Question:
    return Question(
        text=in_one_line(asked.q),
        language=asked.language,
        kind=Kind(asked.type) if asked.type else None,
        project=asked.project,
        year=asked.year,
        period=Period(asked.when) if asked.when else None,
        order=Order(asked.order),
    )


def place_of(asked: SearchQuestion, question: Question) -> int:
    if not asked.cursor:
        return 0
    [place] = read_cursor(question, asked.cursor, int)
    if not 0 < place < FARTHEST:
        raise Problem.at("cursor", NO_CURSOR)
    return int(place)


def found_data(found: Answer, root_url: str) -> FoundData:
    return {
        "items": [hit_data(hit, root_url) for hit in found.hits],
        "next": None,
        "total": found.total,
        "corrected": found.corrected,
        "only_some_words": found.only_some_words,
        "types": [choice_data(one) for one in found.kinds],
        "projects": [choice_data(one) for one in found.projects],
        "years": [choice_data(one) for one in found.years],
        "periods": [choice_data(one) for one in found.periods],
    }


def hit_data(hit: Hit, root_url: str) -> HitData:
    return {
        "kind": str(hit.kind.value),
        "title": str(hit.title),
        "url": urljoin(root_url, hit.url),
        "page": hit.page,
        "document": hit.document,
        # Links in it, to the pages of a person, begin with a slash.
        "excerpt": hit.excerpt.replace('href="/', f'href="{root_url}/'),
        "details": str(hit.details),
        "date": hit.date.isoformat() if hit.date else None,
        "status": hit.status,
        "language": hit.language,
        "is_promoted": hit.is_promoted,
    }


def choice_data(choice: Choice) -> ChoiceData:
    return {
        "value": str(choice.value),
        "label": str(choice.label),
        "number": choice.number,
    }
