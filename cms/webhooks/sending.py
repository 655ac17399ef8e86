"""Sends one message to one address, and waits for its answer only so long.

No redirect is followed, no proxy of the environment is used, and of an answer only the
beginning is read.
"""

import logging
import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import Any

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError
from urllib3.util.ssl_match_hostname import CertificateError

from cms.webhooks.failures import Failure
from cms.webhooks.guard import ForbiddenTargetError, Target, look_up, read_target

__all__ = ["Answer", "Sender"]

logger = logging.getLogger(__name__)

MOST_OF_ANSWER = 2_000
"""Bytes of an answer that are read and kept."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How a receiver answered; ``error`` is a Failure, "" if it answered at all."""

    status: int | None = None
    text: str = ""
    error: str = ""
    milliseconds: int = 0

    @property
    def is_accepted(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


@dataclass
class Sender:
    """How addresses are asked. ``within`` is in seconds, for all of it."""

    within: float
    internal: bool = False
    """Whether addresses inside a network are allowed, for development."""
    method: str = "POST"
    ca_certs: str = field(default_factory=certifi.where)

    def send(self, url: str, body: bytes, headers: dict[str, str]) -> Answer:
        """Return how an address answers. Raises nothing."""
        begun = monotonic()
        answers: Queue[Answer] = Queue()
        request = Request(self, url, body, headers)
        # A server that sends a byte now and then is never late for a socket.
        Thread(target=lambda: answers.put(request.answer()), daemon=True).start()
        try:
            answer = answers.get(timeout=self.within)
        except Empty:
            request.end()
            answer = Answer(error=Failure.LATE)
        passed = int((monotonic() - begun) * 1000)
        return Answer(answer.status, answer.text, answer.error, passed)


@dataclass
class Request:
    """One request on one connection."""

    sender: Sender
    url: str
    body: bytes
    headers: dict[str, str]
    connection: HTTPConnection | None = None

    def answer(self) -> Answer:
        try:
            return self.ask()
        except ForbiddenTargetError:
            return Answer(error=Failure.FORBIDDEN)
        except (OSError, HTTPError, HTTPException, ValueError) as error:
            return Answer(error=failure_of(error))
        except Exception:
            # Nobody waits for the thread of an error that nobody thought of.
            logger.exception("Sending to %s failed.", self.url)
            return Answer(error=Failure.FAULT)
        finally:
            self.end()

    def ask(self) -> Answer:
        internal = self.sender.internal
        target = read_target(self.url, internal=internal)
        self.connection = self.connect(target, look_up(target, internal=internal))
        self.connection.request(
            self.sender.method,
            target.path,
            body=self.body,
            headers={**self.headers, "Host": target.host_header},
            preload_content=False,
            decode_content=False,
        )
        response = self.connection.getresponse()
        text = response.read(MOST_OF_ANSWER, decode_content=False)
        return Answer(response.status, readable(text))

    def connect(self, target: Target, number: str) -> HTTPConnection:
        """Return a connection to a number that shows and expects the target's name."""
        values: dict[str, Any] = {"port": target.port, "timeout": self.sender.within}
        if target.scheme == "http":
            return HTTPConnection(number, **values)
        return HTTPSConnection(
            number,
            **values,
            server_hostname=target.host,
            assert_hostname=target.host,
            cert_reqs="CERT_REQUIRED",
            ca_certs=self.sender.ca_certs,
        )

    def end(self) -> None:
        """Close the connection, also under a thread that still reads from it."""
        connection = self.connection
        if connection is None:
            return
        with suppress(OSError, AttributeError):
            connection.sock.shutdown(socket.SHUT_RDWR)
        with suppress(OSError):
            connection.close()


def readable(text: bytes) -> str:
    # PostgreSQL takes no NUL.
    return text.decode(errors="replace").replace("\x00", "\N{REPLACEMENT CHARACTER}")


def failure_of(error: Exception) -> Failure:
    if isinstance(error, socket.gaierror):
        return Failure.DNS
    if isinstance(error, ssl.SSLError | CertificateError):
        return Failure.TLS
    if isinstance(error, NewConnectionError):  # which urllib3 calls a timeout as well
        return Failure.CONNECTION
    if isinstance(error, TimeoutError | ConnectTimeoutError):
        return Failure.LATE
    return Failure.CONNECTION
