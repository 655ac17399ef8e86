"""What came of importing a file, for the person who did it."""

from dataclasses import dataclass, field

__all__ = ["Conflict", "Finding", "Outcome"]

FIRST = 10


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about one entry: its line in the file, its original, and sentences."""

    line: int
    page: str
    original: str
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else has written another text since the export; theirs stays."""

    line: int
    page: str
    original: str
    in_file: str
    saved: str


@dataclass(slots=True)
class Outcome:
    """Numbers of texts, and what a person should look at."""

    saved: int = 0
    confirmed: int = 0
    """The same text as before, which a machine had written."""
    unchanged: int = 0
    fuzzy: int = 0
    empty: int = 0
    obsolete: int = 0
    elsewhere: int = 0
    """Belong to other pages than the one the file was imported for."""
    refused: list[Finding] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)
    """Saved, with something to look at."""
    outdated: list[Finding] = field(default_factory=list)
    """Saved for an original that has changed since."""
    unknown: list[Finding] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)
    """Sentences on pages that the person may not change."""

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing to look at."""
        return not (
            self.refused
            or self.conflicts
            or self.remarks
            or self.outdated
            or self.unknown
            or self.forbidden
        )

    @property
    def first_unknown(self) -> list[Finding]:
        return self.unknown[:FIRST]

    @property
    def more_unknown(self) -> int:
        return len(self.unknown) - len(self.first_unknown)
