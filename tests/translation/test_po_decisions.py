"""What becomes of one text of a file, in every case there is."""

import pytest

from pages.translation.po.decisions import (
    Decision,
    Saved,
    decide,
    fingerprint,
    state_in,
)

OLD, NEW, OTHER = Saved("old"), Saved("new"), Saved("other")
MACHINE, BROKEN = Saved("old", machine=True), Saved("old", broken=True)


@pytest.mark.parametrize(
    ("exported", "in_file", "saved", "decision"),
    [
        (None, "new", None, Decision.SAVE),
        (OLD, "new", OLD, Decision.SAVE),
        (OLD, "old", OLD, Decision.KEEP),
        (OLD, "new", NEW, Decision.KEEP),
        (None, "new", NEW, Decision.KEEP),
        # Somebody else was faster.
        (OLD, "new", OTHER, Decision.CONFLICT),
        (None, "new", OTHER, Decision.CONFLICT),
        (MACHINE, "old", OTHER, Decision.CONFLICT),
        # The file brings nothing: what others did stays.
        (OLD, "old", OTHER, Decision.KEEP),
        (OLD, "old", None, Decision.KEEP),
        # Nothing final is in the way.
        (MACHINE, "new", MACHINE, Decision.SAVE),
        (None, "new", MACHINE, Decision.SAVE),
        (BROKEN, "new", BROKEN, Decision.SAVE),
        (OLD, "new", None, Decision.SAVE),
        # The same words, declared final.
        (MACHINE, "old", MACHINE, Decision.CONFIRM),
        (BROKEN, "old", BROKEN, Decision.CONFIRM),
    ],
)
def test_three_texts_decide(exported, in_file, saved, decision):
    assert decide(in_file, fingerprint(exported), saved) is decision


@pytest.mark.parametrize(
    ("in_file", "saved", "decision"),
    [
        ("new", None, Decision.SAVE),
        ("new", MACHINE, Decision.SAVE),
        ("old", OLD, Decision.KEEP),
        ("new", OLD, Decision.CONFLICT),
    ],
)
def test_without_a_state_nothing_is_overwritten(in_file, saved, decision):
    assert decide(in_file, None, saved) is decision


def test_state_is_found_in_a_comment():
    state = fingerprint(OLD)

    assert state_in(f"“state:none”: Title\nstate:{state}") == state
    assert state_in("Title\nstate:none") == "none"
    assert state_in("Title") is None


def test_fingerprints_differ():
    states = {fingerprint(one) for one in (None, OLD, NEW, MACHINE, BROKEN)}

    assert len(states) == 5
