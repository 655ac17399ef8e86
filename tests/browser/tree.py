"""What Chromium tells a screen reader about a part of a page, as lines of text."""

from collections.abc import Iterator
from typing import Any

INLINE = {"StaticText", "time", "link", "strong", "emphasis"}
# They say nothing; what is in them stands for itself.
TRANSPARENT = {"generic", "none"}
UNREAD = {"InlineTextBox", "ListMarker"}


class Tree:
    """The accessibility tree of the page that a browser shows."""

    def __init__(self, page) -> None:
        client = page.context.new_cdp_session(page)
        nodes = client.send("Accessibility.getFullAXTree")["nodes"]
        self.nodes = {node["nodeId"]: node for node in nodes}
        client.detach()

    def lines(self, role: str, name: str) -> list[str]:
        """The part with this role and name, in reading order; lists are indented."""
        [node] = [
            node
            for node in self.nodes.values()
            if (role_of(node), name_of(node)) == (role, name)
        ]
        return list(self._lines(node))

    def _lines(self, node: dict[str, Any]) -> Iterator[str]:
        run = ""
        for child in self._children(node):
            if role_of(child) in INLINE:
                run += self._text(child)
                continue
            yield from line(run)
            run = ""
            yield from self._block(child)
        yield from line(run)

    def _block(self, node: dict[str, Any]) -> Iterator[str]:
        role = role_of(node)
        if role == "heading":
            yield f"h{level_of(node)} {name_of(node)}"
        elif role == "paragraph":
            yield from line(self._text(node))
        elif role == "listitem":
            first, *rest = self._lines(node)
            yield f"- {first}"
            yield from (f"  {each}" for each in rest)
        else:
            yield from self._lines(node)

    def _text(self, node: dict[str, Any]) -> str:
        if role_of(node) == "link":
            return f"[{name_of(node)}]"
        if role_of(node) == "StaticText":
            return name_of(node)
        text = "".join(map(self._text, self._children(node)))
        return f" {text} " if role_of(node) == "time" else text

    def _children(self, node: dict[str, Any]) -> Iterator[dict[str, Any]]:
        for number in node.get("childIds", ()):
            child = self.nodes[number]
            if child["ignored"] or role_of(child) in TRANSPARENT:
                yield from self._children(child)
            elif role_of(child) not in UNREAD:
                yield child


def role_of(node: dict[str, Any]) -> str:
    return node.get("role", {}).get("value", "")


def name_of(node: dict[str, Any]) -> str:
    return node.get("name", {}).get("value", "")


def level_of(node: dict[str, Any]) -> int:
    [level] = [
        each["value"]["value"] for each in node["properties"] if each["name"] == "level"
    ]
    return level


def line(text: str) -> Iterator[str]:
    if text := " ".join(text.split()):
        yield text
