"""The report on missing parts, seen from a suite that uses it."""

import pytest

pytest_plugins = ["pytester"]

SUITE = """
    import pytest
    from tests.missing_parts import needs

    def test_plain():
        pass

    @pytest.mark.gettext
    def test_marked():
        pass

    def test_that_asks():
        needs("gettext")

    @pytest.mark.skip(reason="not today")
    def test_skipped_for_another_reason():
        pass
"""


@pytest.fixture
def run(pytester, pytestconfig, monkeypatch):
    """Run the suite above on a machine without gettext."""
    for name in ("CI", "TESTED_ELSEWHERE", "MISSING_PARTS_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PYTHONPATH", str(pytestconfig.rootpath))
    pytester.makeini("[pytest]\nmarkers = gettext")
    pytester.makepyfile(SUITE)

    def run_suite(*options, path="/nowhere", **environment):
        monkeypatch.setenv("PATH", path)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        # In a process of its own: the plugin keeps its record in a module.
        return pytester.runpytest_subprocess(
            "-p", "tests.missing_parts", "-p", "no:django", *options
        )

    return run_suite


def test_missing_part_is_reported_loudly_and_passes(run):
    result = run()

    assert result.ret == 0
    result.assert_outcomes(passed=1, skipped=3)
    result.stdout.fnmatch_lines(
        [
            "*PARTS OF THE SUITE DID NOT RUN*",
            "gettext DID NOT RUN (tests skipped: 2). To run: sudo apt install gettext",
        ]
    )


def test_missing_part_fails_in_ci(run):
    result = run(CI="true")

    assert result.ret == 1
    result.stdout.fnmatch_lines(["*PARTS OF THE SUITE DID NOT RUN*"])


def test_missing_part_is_recorded_from_the_workers_of_xdist(run):
    result = run("-n", "2", CI="true")

    assert result.ret == 1
    result.stdout.fnmatch_lines(["gettext DID NOT RUN (tests skipped: 2)*"])


def test_missing_part_that_runs_elsewhere_is_quiet(run):
    result = run(CI="true", TESTED_ELSEWHERE="browser gettext")

    assert result.ret == 0
    result.stdout.no_fnmatch_line("*DID NOT RUN*")


def test_missing_part_is_collected_in_a_file(run, pytester):
    run(MISSING_PARTS_FILE=str(pytester.path / "missing"))

    assert (pytester.path / "missing").read_text() == (
        "gettext DID NOT RUN (tests skipped: 2). To run: sudo apt install gettext\n"
    )


def test_part_that_is_there_runs(run, pytester):
    for program in ("xgettext", "msgfmt"):
        (pytester.path / program).touch(mode=0o755)

    result = run(path=str(pytester.path), CI="true")

    assert result.ret == 0
    result.assert_outcomes(passed=3, skipped=1)
