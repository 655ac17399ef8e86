"""The delivery API's shell: what holds for every answer, whoever gives it.

Routers come from plugins. ``rules`` is the middleware around all of them, ``problems``
says what is wrong, ``parameters`` what may be asked, ``description`` completes the
OpenAPI document, ``manual`` shows it to people.
"""

from cms.api.answers import answer, answer_list, encoded
from cms.api.problems import Problem
from cms.api.shell import create_api, delivery_api

__all__ = [
    "Problem",
    "answer",
    "answer_list",
    "create_api",
    "delivery_api",
    "encoded",
]
