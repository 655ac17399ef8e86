"""Numbers in two languages: "1.000,50" is "1,000.50", "14:00 Uhr" is "2 pm"."""

import re

__all__ = ["missing_numbers"]

# Groups of three may stand apart, a fraction may follow.
NUMBER = re.compile(r"[0-9]+(?:[.,’' \u00a0\u202f][0-9]{3}(?![0-9]))*(?:[.,][0-9]+)?")
RUN = re.compile(r"[0-9]+")
# The month in "6.3.2031" and "06.03." may become a word.
DAY_AND_MONTH = re.compile(r"(?<![0-9.])([0-9]{1,2})\. ?[0-9]{1,2}\.(?![0-9]{5})")
CLOCK = re.compile(r"[0-9][:.][0-5][0-9]\b|\bUhr\b")
NOON = 12


def missing_numbers(source: str, translated: str) -> list[str]:
    """Return the numbers, as the source writes them, that its translation lacks.

    Decimal signs, leading zeros, months as words and twelve-hour clocks make no
    difference. Numbers as words ("drei" for 3) are missing.
    """
    found = digits(translated)
    has_clock = CLOCK.search(source) is not None
    missing = []
    for match in NUMBER.finditer(DAY_AND_MONTH.sub(r"\1. ", source)):
        number = match[0]
        if joined(number) in found or number in missing:
            continue
        runs = [trimmed(run) for run in RUN.findall(number)]
        if not all(is_there(run, found, has_clock=has_clock) for run in runs):
            missing.append(number)
    return missing


def digits(text: str) -> set[str]:
    whole = {joined(match[0]) for match in NUMBER.finditer(text)}
    return whole | {trimmed(run) for run in RUN.findall(text)}


def joined(number: str) -> str:
    return trimmed("".join(RUN.findall(number)))


def trimmed(run: str) -> str:
    return run.lstrip("0") or "0"


def is_there(run: str, found: set[str], *, has_clock: bool) -> bool:
    if run in found:
        return True
    if not has_clock:
        return False
    # "14:00 Uhr" may become "2 pm", "0:30 Uhr" "12:30 am".
    is_hour = len(run) <= 2 and NOON < int(run) <= 2 * NOON
    return run == "0" or (is_hour and str(int(run) - NOON) in found)
