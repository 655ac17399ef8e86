"""Asks one address of another website whether it is still there.

Whoever writes a link decides where this server sends a request to. So an address that
leads to this machine, or to a network that visitors cannot reach, is refused after its
name has been looked up and before anything is sent; the connection goes to the very
number that was looked at. Each redirect is judged like the first address. There is no
proxy, no cookie and no password, and of an answer only the head is read.
"""

import logging
import socket
import string
from dataclasses import dataclass, field
from queue import Empty, Queue
from threading import Thread
from urllib.parse import quote, urljoin

import requests
from django.conf import settings
from requests_hardened import Config, HTTPSession
from requests_hardened.ip_filter import InvalidIPAddress
from urllib3.exceptions import HTTPError

from pages.links.judging import Answer, outcome_of
from pages.models.quality import ExternalAddress

__all__ = ["TOO_MANY", "Asker"]

logger = logging.getLogger(__name__)

Outcome = ExternalAddress.Outcome

PERMANENT = frozenset({301, 308})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
TOO_MANY = 429
CONTROLS = frozenset({*range(32), 127})


class OneStep(HTTPSession):
    """Sees no redirect: of one, requests reads the whole body and judges the target."""

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        return None


def user_agent() -> str:
    """Say who asks and where to complain."""
    return f"Werkstatt-Linkcheck/1.0 (+{settings.WAGTAILADMIN_BASE_URL})"


@dataclass(frozen=True, slots=True)
class Asker:
    """How addresses are asked. The times are in seconds."""

    allow_loopback: bool = False
    """For tests, whose server is on this machine."""
    connect_within: float = 5
    read_within: float = 10
    answer_within: float = 30
    """All redirects included, whatever a server does to keep us waiting."""
    most_redirects: int = 5
    user_agent: str = field(default_factory=user_agent)

    def ask(self, url: str) -> Answer:
        """Return how an address answers. Raises nothing."""
        answers: Queue[Answer] = Queue()
        # A server that sends one byte now and then is never late for a socket. The
        # thread ends with the connection, or with this process.
        Thread(target=lambda: answers.put(self.answer(url)), daemon=True).start()
        try:
            return answers.get(timeout=self.answer_within)
        except Empty:
            return Answer(Outcome.TIMEOUT)

    def answer(self, url: str) -> Answer:
        try:
            return self.follow(url)
        except (OSError, HTTPError, ValueError) as error:  # requests' are OSErrors
            return Answer(outcome_of_error(error))
        except Exception:
            # Nobody waits for the thread of an error that nobody thought of.
            logger.exception("Asking %s failed.", url)
            return Answer(Outcome.CONNECTION)

    def follow(self, url: str) -> Answer:
        """Raises ValueError for what is no address, and what requests raises."""
        here, moved_to = url, ""
        is_permanent = True
        for _number in range(self.most_redirects + 1):
            status, target = self.send(here)
            if status not in REDIRECTS or not target:
                outcome = outcome_of(status)
                if outcome is Outcome.FINE and moved_to:
                    return Answer(Outcome.MOVED, status, moved_to)
                return Answer(outcome, status)
            here = urljoin(here, target)
            is_permanent = is_permanent and status in PERMANENT
            if is_permanent:
                moved_to = here
        return Answer(Outcome.LOOP)

    def send(self, url: str) -> tuple[int, str]:
        """Return the status of one address, and where it redirects to.

        Some servers answer HEAD wrongly; what looks like a failure is asked by GET.
        """
        if not url.lower().startswith(("http://", "https://")):
            raise requests.exceptions.InvalidSchema(url)
        with self.session() as session:
            status, target = self.request(session, "HEAD", url)
            if status >= 400 and status != TOO_MANY:
                return self.request(session, "GET", url)
            return status, target

    def request(
        self, session: requests.Session, method: str, url: str
    ) -> tuple[int, str]:
        headers = {"Range": "bytes=0-1023"} if method == "GET" else {}
        with session.request(method, url, headers=headers, stream=True) as answer:
            return answer.status_code, location_of(answer)

    def session(self) -> requests.Session:
        session = OneStep(
            Config(
                ip_filter_enable=True,
                ip_filter_allow_loopback_ips=self.allow_loopback,
                never_redirect=True,
                default_timeout=(self.connect_within, self.read_within),
                user_agent_override=self.user_agent,
            )
        )
        session.trust_env = False
        return session


def location_of(answer: requests.Response) -> str:
    """Return where a redirect leads, which servers write in UTF-8 if not in ASCII.

    Raises ValueError for control characters, which no address has and no database
    takes.
    """
    # Python takes all headers for Latin-1.
    written = answer.headers.get("Location", "").encode("latin-1")
    if CONTROLS.intersection(written):
        raise ValueError("There are control characters in the address.")
    try:
        return written.decode()
    except UnicodeDecodeError:  # browsers send back just these bytes
        return quote(written, safe=string.punctuation)


def outcome_of_error(error: Exception) -> Outcome:
    kinds: tuple[tuple[type[Exception] | tuple[type[Exception], ...], Outcome], ...] = (
        (InvalidIPAddress, Outcome.INTERNAL),
        (requests.exceptions.SSLError, Outcome.TLS),
        (requests.exceptions.Timeout, Outcome.TIMEOUT),
        (ValueError, Outcome.INVALID),  # requests' InvalidURL among them
    )
    if isinstance(error.__cause__, socket.gaierror):
        return Outcome.DNS
    for kind, outcome in kinds:
        if isinstance(error, kind):
            return outcome
    return Outcome.CONNECTION
