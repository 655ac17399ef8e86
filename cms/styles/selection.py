"""What of a design system's stylesheet a site uses, unchanged and in its order.

A rule stays if each class of the system that it needs is mentioned somewhere. A custom
property stays if a value that stays asks for it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from cms.styles.rules import Rule, declarations, rules_in, split_at_commas

__all__ = ["Mentions", "select"]

NAME = re.compile(r"kern-[a-z0-9_-]*")
ASKED = re.compile(r"var\(\s*(--[\w-]+)")
# What need not be there for a selector to match.
ALTERNATIVES = re.compile(r":(?:is|not)\((?:[^()]|\([^()]*\))*\)")


class Mentions:
    """The classes that texts mention.

    One that is cut off stands for all that begin so: ``kern-badge--{{ level }}``.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        found = {name for text in texts for name in NAME.findall(text)}
        self.names = frozenset(found)
        self.beginnings = tuple(name for name in found if name.endswith("--"))

    def __contains__(self, name: str) -> bool:
        return name in self.names or name.startswith(self.beginnings)


def select(css: str, mentions: Mentions, others: str) -> str:
    """Return the rules of a minified stylesheet that a site needs.

    ``others`` is the site's own CSS, which may ask for custom properties, too.
    """
    kept = list(used_rules(css, mentions))
    asked = properties_asked_for(kept, others)
    return "".join(str(rule) for rule in without_others(kept, asked))


def used_rules(css: str, mentions: Mentions) -> Iterator[Rule]:
    for rule in rules_in(css):
        if rule.body is None:
            continue  # A charset, which the joined sheet has no use for.
        if rule.is_group:
            body = "".join(str(each) for each in used_rules(rule.body, mentions))
            if body:
                yield Rule(rule.head, body)
        elif rule.head.startswith("@font-face"):
            continue  # The system's own fonts; we serve ours.
        elif rule.head.startswith("@"):
            yield rule
        elif head := used_selectors(rule.head, mentions):
            yield Rule(head, rule.body)


def used_selectors(head: str, mentions: Mentions) -> str:
    return ",".join(
        selector
        for selector in split_at_commas(head)
        if all(
            name in mentions for name in NAME.findall(ALTERNATIVES.sub("", selector))
        )
    )


def properties_asked_for(rules: Iterable[Rule], others: str) -> set[str]:
    """Return the names of all custom properties that some value depends on."""
    behind = defaultdict(set)
    asked = set(ASKED.findall(others))
    for name, value in all_declarations(rules):
        if name.startswith("--"):
            behind[name].update(ASKED.findall(value))
        else:
            asked.update(ASKED.findall(value))
    found: set[str] = set()
    while asked:
        name = asked.pop()
        found.add(name)
        asked |= behind[name] - found
    return found


def all_declarations(rules: Iterable[Rule]) -> Iterator[tuple[str, str]]:
    for rule in rules:
        if rule.is_group:
            yield from all_declarations(rules_in(rule.body or ""))
        else:
            yield from declarations(rule.body or "")


def without_others(rules: Iterable[Rule], asked: set[str]) -> Iterator[Rule]:
    """Yield the rules without custom properties that nobody asks for."""
    for rule in rules:
        if rule.is_group:
            inner = without_others(rules_in(rule.body or ""), asked)
            body = "".join(str(each) for each in inner)
        elif rule.head.startswith("@"):
            body = rule.body or ""
        else:
            body = ";".join(
                f"{name}:{value}"
                for name, value in declarations(rule.body or "")
                if not name.startswith("--") or name in asked
            )
        if body:
            yield Rule(rule.head, body)
