"""Another website on this machine: a real server whose answers a test writes."""

import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

__all__ = ["Website", "website"]


class Website(ThreadingHTTPServer):
    """``answers`` maps a path to a status, or to a status and a Location. Instead of a
    status, "drip" and "endless" say how the server takes its time.

    ``seen`` holds method and path of every request, ``agents`` who sent them.
    """

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers = {}
        self.head_answers = {}
        self.seen = []
        self.agents = set()
        self.headers = []

    def url(self, path="/", host="127.0.0.1"):
        return f"http://{host}:{self.server_port}{path}"


class Handler(BaseHTTPRequestHandler):
    def do_HEAD(self):
        self.reply({**self.server.answers, **self.server.head_answers})

    def do_GET(self):
        self.reply(self.server.answers)

    def reply(self, answers):
        self.server.seen.append((self.command, self.path))
        self.server.agents.add(self.headers["User-Agent"])
        self.server.headers.append(dict(self.headers))
        answer = answers.get(self.path, 404)
        if answer == "drip":
            self.drip()
            return
        if answer == "endless":
            self.endless(200)
            return
        status, location = answer if isinstance(answer, tuple) else (answer, "")
        if status == "endless":
            self.endless(302, location)
            return
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def drip(self):
        """One byte of a head now and then, for ever."""
        try:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Wait: ")
            for _number in range(200):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass

    def endless(self, status, location=""):
        """A body without an end; how much of it was taken stands in ``taken``."""
        self.server.taken = 0
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.end_headers()
        try:
            for _number in range(100_000):
                self.wfile.write(b"x" * 65536)
                self.server.taken += 65536
        except OSError:
            pass

    def log_message(self, *arguments):
        pass


@contextmanager
def website():
    server = Website()
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
