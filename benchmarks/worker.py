"""What runs in the process of one site: it answers what the benchmark asks."""

import os
from contextlib import suppress
from multiprocessing.connection import Connection

__all__ = ["serve"]


def serve(pipe: Connection, environment: dict[str, str], size: int) -> None:
    """Build a site, send its subjects, then answer questions as long as they come.

    A question is a method of ``MeasuredSite`` and its arguments. Every answer is
    ``(True, result)`` or ``(False, sentence)``; after the latter the next may be asked.
    """
    os.environ.update(environment)
    import django  # its settings read the environment, which is complete only now

    django.setup()
    from benchmarks.measured_site import (  # its models need the set-up
        MeasuredSite,
        WrongPageError,
    )

    site = MeasuredSite(size)
    # Nobody is at the other end any more: then there is nothing to do.
    with suppress(EOFError, BrokenPipeError):
        pipe.send((True, site.subjects))
        while question := pipe.recv():
            method, *arguments = question
            try:
                answer = True, getattr(site, method)(*arguments)
            except WrongPageError as error:
                answer = False, str(error)
            pipe.send(answer)
