"""What a translation changes for those who subscribed before."""

import time_machine

from tests.calendars.outputs import files, outputs
from tests.calendars.scenario import NOW, Scenario, address


def test_translation_tells_readers_of_the_original_nothing(db, get, commit):
    with time_machine.travel(NOW, tick=False), commit():
        scenario = Scenario()
    german = get(address(scenario.series)).content

    with time_machine.travel(NOW, tick=False), commit():
        scenario.translate()

    assert outputs(scenario, get) == files("before")
    assert german == files("before")["series.de.ics"]
