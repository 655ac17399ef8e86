"""A translation service on this machine, which also fails in all the usual ways."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

__all__ = ["Answer", "Service", "running", "says_english"]


@dataclass
class Answer:
    """What the service sends; ``body`` is JSON unless it is bytes."""

    body: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0


@dataclass
class Service:
    """The questions so far, and the answers to come: prepared ones, then good ones."""

    address: str = ""
    translate: Callable[[str], str] = str
    questions: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    prepared: list[Answer] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """All texts it was asked to translate."""
        return [text for question in self.questions for text in texts_of(question)]

    def answer(self, question: dict[str, Any]) -> Answer:
        if self.prepared:
            return self.prepared.pop(0)
        return Answer(self.good(question))

    def good(self, question: dict[str, Any]) -> dict[str, Any]:
        found = [self.translate(text) for text in texts_of(question)]
        if "q" in question:
            return {"translatedText": found}
        return {"translations": [{"text": text} for text in found]}


def texts_of(question: dict[str, Any]) -> list[str]:
    return question.get("q") or question["text"]


def says_english(text: str) -> str:
    return f"EN {text}"


@contextmanager
def running() -> Iterator[Service]:
    """A service that listens on a port of its own until the block ends."""
    service = Service(translate=says_english)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            service.questions.append(json.loads(body))
            service.sizes.append(len(body))
            service.headers.append(dict(self.headers))
            service.paths.append(self.path)
            self.send(service.answer(service.questions[-1]))

        def send(self, answer: Answer) -> None:
            time.sleep(answer.delay)
            body = answer.body
            if not isinstance(body, bytes):
                body = json.dumps(body).encode()
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with suppress(ConnectionError):  # nobody waits for a late answer
                self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        service.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=[0.01])
        thread.start()
        yield service
        server.shutdown()
        thread.join()
