"""A receiver of webhooks, run as a process of its own: ``receiver.py LOG [CERT KEY]``.

It prints its port, and writes each request as a line of JSON before it answers. How it
answers is the first part of the path.
"""

import json
import ssl
import sys
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock

GIGABYTES = 2
seen: Counter[str] = Counter()
lock = Lock()


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with lock:
            self.note(body)
        how = self.path.partition("?")[0].strip("/").split("/")[0]
        getattr(self, how)()

    def do_GET(self):
        """Nobody should come here, such as by a redirect."""
        with lock:
            self.note(b"null")
        self.ok()

    def note(self, body):
        seen[self.path] += 1
        line = {
            "method": self.command,
            "path": self.path,
            "headers": {name.lower(): value for name, value in self.headers.items()},
            "raw": body.decode(),
        }
        with Path(sys.argv[1]).open("a") as log:
            log.write(json.dumps(line) + "\n")

    def answer(self, status, text=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def ok(self):
        self.answer(200, b"Thank you")

    def leisurely(self):
        time.sleep(0.3)
        self.ok()

    def slow(self):
        time.sleep(30)
        self.ok()

    def failing(self):
        self.answer(500, b"Out of order")

    def recovering(self):
        """Fails the first time."""
        self.answer(200 if seen[self.path] > 1 else 503)

    def redirecting(self):
        port = self.server.server_port
        self.answer(307, Location=f"http://127.0.0.1:{port}/ok/secret")

    def huge(self):
        """Two gigabytes, as fast as they are taken; says how many were."""
        self.send_response(200)
        self.send_header("Content-Length", str(GIGABYTES << 30))
        self.end_headers()
        taken = 0
        try:
            while taken < GIGABYTES << 30:
                self.wfile.write(b"x" * 65536)
                taken += 65536
        except OSError:
            pass
        Path(f"{sys.argv[1]}.taken").write_text(str(taken))

    def drip(self):
        """A byte of the head now and then."""
        try:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Wait: ")
            for _number in range(600):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass

    def closing(self):
        """Closes before it has answered."""
        self.wfile.write(b"HTTP/1.1 2")
        self.wfile.flush()
        self.connection.close()

    def log_message(self, *arguments):
        pass


def main():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if len(sys.argv) > 2:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*sys.argv[2:])
        server.socket = context.wrap_socket(server.socket, server_side=True)
    print(server.server_port, flush=True)  # noqa: T201 (it is how it says so)
    server.serve_forever()


if __name__ == "__main__":
    main()
