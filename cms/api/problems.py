"""What is wrong with a request, as RFC 9457 has it, in a sentence that helps."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NotRequired

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from typing_extensions import TypedDict

from cms.api.wording import sentence_of

__all__ = [
    "MEDIA_TYPE",
    "TITLES",
    "Fault",
    "FaultData",
    "Problem",
    "ProblemData",
    "handle_problems",
    "problem_response",
    "problem_type",
]

MEDIA_TYPE = "application/problem+json"
ENGLISH = "en"

TITLES = {
    400: _("The request cannot be understood"),
    404: _("There is nothing at this address"),
    405: _("This method is not allowed here"),
    410: _("This is not kept any more"),
    429: _("Too many requests"),
    500: _("The server has failed"),
}
"""By status. Each is a type of problem of its own, explained in the manual."""

DETAILS = {
    400: _("The site does not answer to this host, or the request is damaged."),
    404: _("Look at the address, or at the manual at /api/v1/docs."),
    405: _("The API only reads: use GET or HEAD."),
    429: _("Wait as long as the header Retry-After says."),
    500: _("The people who run this site find the cause in its log."),
}


class FaultData(TypedDict):
    """One thing that is wrong with one parameter."""

    parameter: str
    detail: str


class ProblemData(TypedDict):
    """What every error says, as RFC 9457 has it."""

    type: str
    title: str
    status: int
    detail: str
    parameter: NotRequired[str]
    """The first parameter that is wrong."""
    errors: NotRequired[list[FaultData]]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a parameter; ``values`` are put into the sentence."""

    parameter: str
    sentence: Any
    values: tuple[tuple[str, Any], ...] = ()

    def data(self) -> FaultData:
        detail = str(self.sentence) % dict(self.values)
        return {"parameter": self.parameter, "detail": detail}


class Problem(Exception):  # noqa: N818 (RFC 9457 calls it so)
    """Raised by operations: the answer has this status and names what is wrong.

    ``detail`` is a lazy translation. Parameters that are wrong are given as faults.
    """

    def __init__(
        self,
        status: int,
        detail: Any = "",
        *faults: Fault,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.status = status
        self.detail = detail
        self.faults = faults
        self.headers = headers or {}
        super().__init__(status, detail)

    @classmethod
    def at(cls, parameter: str, sentence: Any, **values: Any) -> "Problem":
        """Return the refusal of one parameter."""
        return cls(400, "", Fault(parameter, sentence, tuple(values.items())))


def problem_type(status: int) -> str:
    """Return the address where the manual explains problems of this kind."""
    return f"/api/v1/docs#{status}"


def problem_response(
    request: HttpRequest, status: int, detail: Any = "", faults: Sequence[Fault] = ()
) -> HttpResponse:
    """Return a problem in the language that was asked for, else in English.

    Most who read it are developers, and whose language the request is in is not known.
    """
    language = language_asked(request)
    with override(language):
        data = problem_data(status, detail, faults)
    response = HttpResponse(
        json.dumps(data, ensure_ascii=False), status=status, content_type=MEDIA_TYPE
    )
    response["Content-Language"] = language
    return response


def problem_data(status: int, detail: Any, faults: Iterable[Fault]) -> ProblemData:
    known = status if status in TITLES else 400 if status < 500 else 500
    found = [fault.data() for fault in faults]
    said = str(detail) or " ".join(fault["detail"] for fault in found)
    data: ProblemData = {
        "type": problem_type(known),
        "title": str(TITLES[known]),
        "status": status,
        "detail": said or str(DETAILS.get(known, "")),
    }
    if found:
        data |= {"parameter": found[0]["parameter"], "errors": found}
    return data


def language_asked(request: HttpRequest) -> str:
    # Not request.GET: what was sent may be what is wrong.
    asked = f"&{request.META.get('QUERY_STRING', '')}&"
    codes = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    return next((code for code in codes if f"&language={code}&" in asked), ENGLISH)


def handle_problems(api: NinjaAPI) -> None:
    """Let an API answer exceptions of its operations with problems.

    What it does not know goes on to Django, which logs it; ``cms.api.rules`` then
    replaces the page that Django answers with.
    """

    def raised(request: HttpRequest, error: Any) -> HttpResponse:
        answer = problem_response(request, error.status, error.detail, error.faults)
        for name, value in error.headers.items():
            answer[name] = value
        return answer

    def missing(request: HttpRequest, error: Any) -> HttpResponse:
        return problem_response(request, 404)

    def refused(request: HttpRequest, error: Any) -> HttpResponse:
        return problem_response(request, error.status_code)

    def invalid(request: HttpRequest, error: Any) -> HttpResponse:
        faults = [fault_of(each) for each in error.errors]
        return problem_response(request, 400, "", faults)

    def unexpected(request: HttpRequest, error: Any) -> HttpResponse:
        raise error

    api.add_exception_handler(Problem, raised)
    api.add_exception_handler(Http404, missing)
    api.add_exception_handler(HttpError, refused)
    api.add_exception_handler(ValidationError, invalid)
    api.add_exception_handler(Exception, unexpected)


def fault_of(error: dict[str, Any]) -> Fault:
    """Return what pydantic complains of, in words of our own."""
    names = [part for part in error["loc"] if isinstance(part, str)]
    sentence, values = sentence_of(error)
    return Fault(names[-1] if names else "", sentence, tuple(values.items()))
