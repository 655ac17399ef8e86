"""A real Varnish with the VCL that we ship, on ports of its own."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

VCL = Path(settings.BASE_DIR) / "deploy" / "varnish"
PATIENCE = 30
"""Seconds in which Varnish has begun, or never will."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: str

    @property
    def cache(self):
        """Whether it came out of the cache: "hit" or "miss"."""
        return self.headers["X-Cache"]


class Varnish:
    def __init__(self, port, purge_port, pid):
        self.port = port
        self.purge_port = purge_port
        self.pid = pid

    @property
    def purge_address(self):
        return f"http://127.0.0.1:{self.purge_port}"

    def ask(self, path, method="GET", *, port=None, source="", body=None, **headers):
        """Ask as a visitor does; ``accept_encoding`` is the header Accept-Encoding."""
        connection = http.client.HTTPConnection(
            "127.0.0.1",
            port or self.port,
            timeout=PATIENCE,
            source_address=(source, 0) if source else None,
        )
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body=body, headers=named)
        response = connection.getresponse()
        content = response.read()
        connection.close()
        return Answer(response.status, response.headers, content.decode("utf-8"))

    def forget_all(self):
        answer = self.ask("/", "PURGE", port=self.purge_port, Cache_Tag="all")
        assert answer.status == 200

    @contextmanager
    def frozen(self):
        """Let it take connections and answer nobody."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text()
        [child] = map(int, children.split())
        os.kill(child, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(child, signal.SIGCONT)


def detail(page):
    """Return where the API tells of a page."""
    return f"/api/v1/pages/{page.pk}"


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as found:
        return found.getsockname()[1]


def site_vcl(port):
    """What an operator writes into site.vcl, for a site without a probe."""
    return f"""
        vcl 4.1;
        backend site {{ .host = "127.0.0.1"; .port = "{port}"; }}
        acl purgers {{ "127.0.0.1"; }}
    """


@contextmanager
def varnish_process(folder, site_port):
    """Run Varnish in front of a port. It ends with its first process."""
    shutil.copy(VCL / "werkstatt.vcl", folder)
    (folder / "site.vcl").write_text(site_vcl(site_port))
    port, purge_port = free_port(), free_port()
    command = ["varnishd", "-F", "-j", "none", "-n", folder / "work", "-T", "none"]
    command += ["-a", f"127.0.0.1:{port}", "-a", f"purge=127.0.0.1:{purge_port}"]
    command += ["-s", "malloc,16m", "-f", folder / "werkstatt.vcl"]
    command += ["-p", "thread_pools=1", "-p", "thread_pool_min=10"]
    with (folder / "varnish.log").open("w") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said)
    try:
        wait_for(process, port, folder / "varnish.log")
        yield Varnish(port, purge_port, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def wait_for(process, port, log):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(log.read_text())
