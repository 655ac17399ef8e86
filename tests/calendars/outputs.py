"""What the server answers, and the files that say what it should."""

from pathlib import Path

from tests.calendars.scenario import address, programme_address

FILES = Path(__file__).parent / "files"


def outputs(scenario, get):
    series, workshop = scenario.series, scenario.workshop
    addresses = {
        "series.de.ics": address(series),
        "series.en.ics": address(series, "en"),
        "programme.de.ics": programme_address(workshop),
    }
    return {name: get(path).content for name, path in addresses.items()}


def files(folder):
    return {path.name: path.read_bytes() for path in (FILES / folder).iterdir()}
