"""What must not be told, asked once for an answer."""

from dataclasses import dataclass, field
from typing import Any

from cms.visibility import hidden_collections, hidden_paths, is_below

__all__ = ["Guard"]


@dataclass(slots=True)
class Guard:
    """Knows which pages, pictures and files an anonymous visitor may be told of."""

    pages: frozenset[str] = field(default_factory=hidden_paths)
    collections: frozenset[int] = field(default_factory=hidden_collections)

    def allows_page(self, page: Any) -> bool:
        return bool(page.live) and not is_below(page.path, self.pages)

    def allows_file(self, file: Any) -> bool:
        """Whether a picture or document is in no collection that is restricted."""
        return file.collection_id not in self.collections
