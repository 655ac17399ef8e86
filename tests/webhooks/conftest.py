"""A receiver that is a real server in a process of its own."""

import json
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

FILES = Path(__file__).parent / "files"
SCRIPT = Path(__file__).parent / "receiver.py"


class Receiver:
    def __init__(self, port, log):
        self.port = port
        self.log = log

    def url(self, how, host="127.0.0.1", scheme="http"):
        return f"{scheme}://{host}:{self.port}/{how}"

    @property
    def requests(self):
        """What has arrived so far, each as a dictionary with its ``body``."""
        if not self.log.exists():
            return []
        lines = self.log.read_text().splitlines()
        found = [json.loads(line) for line in lines]
        return [{**one, "body": json.loads(one["raw"])} for one in found]

    @property
    def taken(self):
        """How many bytes of a huge answer were taken; None until it has ended."""
        file = Path(f"{self.log}.taken")
        return int(file.read_text() or 0) if file.exists() else None


@contextmanager
def receiver_process(log, *certificate):
    process = subprocess.Popen(
        [sys.executable, SCRIPT, log, *certificate], stdout=subprocess.PIPE, text=True
    )
    try:
        yield Receiver(int(process.stdout.readline()), log)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.fixture
def receiver(tmp_path):
    with receiver_process(tmp_path / "requests") as found:
        yield found


@pytest.fixture
def secure_receiver(tmp_path):
    """One that is receiver.example, by the certificate in files/."""
    pair = FILES / "receiver.pem", FILES / "receiver.key"
    with receiver_process(tmp_path / "secure-requests", *pair) as found:
        yield found


@pytest.fixture
def names(monkeypatch):
    """Names that lead to numbers, each list for one more time that it is looked up."""
    asked = []
    known = {}
    real = socket.getaddrinfo

    def look(host, port, *args, **kwargs):
        if host not in known:
            return real(host, port, *args, **kwargs)
        asked.append(host)
        numbers = known[host].pop(0) if len(known[host]) > 1 else known[host][0]
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))
            for number in numbers
        ]

    monkeypatch.setattr(socket, "getaddrinfo", look)
    known["asked"] = asked
    return known
