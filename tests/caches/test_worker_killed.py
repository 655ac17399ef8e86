"""A worker is killed while it waits for a cache: what is not true any more goes.

Editor, worker, site and Varnish are processes of their own, as on a server.
"""

import signal
import socket
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

from tests.caches.varnish import varnish_process
from tests.processes import wait_until

pytestmark = pytest.mark.varnish


class Gate:
    """Between the worker and the cache. While it is closed, orders go astray."""

    def __init__(self, varnish):
        self.varnish = varnish
        self.is_open = True
        self.passed, self.lost = [], []
        self.is_over = Event()

    def pass_on(self, handler):
        tags = handler.headers["Cache-Tag"]
        if not self.is_open:
            self.lost.append(tags)
            self.is_over.wait()
            return
        order = {"port": self.varnish.purge_port, "Cache_Tag": tags}
        handler.send_response(self.varnish.ask("/", "PURGE", **order).status)
        self.passed.append(tags)
        handler.send_header("Content-Length", "0")
        handler.end_headers()


@contextmanager
def gate_before(varnish):
    gate = Gate(varnish)

    class Handler(BaseHTTPRequestHandler):
        def do_PURGE(self):
            gate.pass_on(self)

        def log_message(self, *arguments):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        gate.address = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield gate
        finally:
            gate.is_over.set()
            server.shutdown()
            thread.join()


@contextmanager
def site_behind_varnish(processes, folder):
    with (
        socket.create_server(("127.0.0.1", 0)) as bound,
        varnish_process(folder, bound.getsockname()[1]) as varnish,
        gate_before(varnish) as gate,
    ):
        processes.environment["SHARED_CACHES"] = gate.address
        with processes.server(bound):
            yield varnish, gate


def test_killed_worker_leaves_nothing_that_is_not_true(processes, tmp_path):
    act = processes.actor("tests.caches.actor")
    page = act("set-up")
    detail = f"/api/v1/pages/{page}"

    with site_behind_varnish(processes, tmp_path) as (varnish, gate):
        with processes.worker() as worker:
            act("publish", str(page), "Mittlere Fassung")
            wait_until(lambda: gate.passed)
            varnish.ask(detail)
            gate.is_open = False
            act("publish", str(page), "Neue Fassung")
            wait_until(lambda: gate.lost)
            worker.send_signal(signal.SIGKILL)
            worker.wait()
        kept = varnish.ask(detail)
        gate.is_open = True
        with processes.worker():
            wait_until(lambda: "Neue Fassung" in varnish.ask(detail).body)

    assert (kept.cache, "Mittlere Fassung" in kept.body) == ("hit", True)
