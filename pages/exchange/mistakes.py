"""What is wrong with a content file, said to the person who wrote it."""

from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["ContentRefused", "Mistake", "Mistakes"]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: its file, its line (counted from 1), its path and a sentence.

    The path leads from the top of the file to the value, as "pages[3].agenda[2].start"
    (lists counted from 0). It is empty for what concerns the file as a whole.
    """

    file: str
    line: int
    path: str
    sentence: str

    def __str__(self) -> str:
        parts = (f"{self.file}:{self.line}", self.path, self.sentence)
        return ": ".join(part for part in parts if part)


class Mistakes:
    """All mistakes of an import, each once, in the order of files and lines."""

    def __init__(self) -> None:
        self._found: dict[Mistake, None] = {}
        self._files: dict[str, int] = {}

    def add(self, mistake: Mistake) -> None:
        self._files.setdefault(mistake.file, len(self._files))
        self._found.setdefault(mistake)

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[Mistake]:
        order = {mistake: place for place, mistake in enumerate(self._found)}
        return iter(
            sorted(
                self._found,
                key=lambda found: (self._files[found.file], found.line, order[found]),
            )
        )


class ContentRefused(Exception):  # noqa: N818 (it says what happened)
    """An import that changed nothing, because of its ``mistakes``."""

    def __init__(self, mistakes: Mistakes) -> None:
        self.mistakes = list(mistakes)
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))
