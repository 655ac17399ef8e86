"""Figures that a run prints when it ends, for whoever reads the log."""

import pytest

TABLES = pytest.StashKey[dict[str, list[tuple[object, ...]]]]()


@pytest.fixture(scope="session")
def tables(pytestconfig):
    """Begin a table: ``tables(title, *columns)`` is a list, to which rows are added."""
    kept = pytestconfig.stash.setdefault(TABLES, {})

    def begin(title, *columns):
        kept[title] = [columns]
        return kept[title]

    return begin


def pytest_terminal_summary(terminalreporter, config):
    for title, rows in config.stash.get(TABLES, {}).items():
        terminalreporter.section(title)
        widths = [
            max(len(str(cell)) for cell in column) for column in zip(*rows, strict=True)
        ]
        for row in rows:
            cells = (
                str(cell).ljust(width) for cell, width in zip(row, widths, strict=True)
            )
            terminalreporter.line("  ".join(cells).rstrip())
