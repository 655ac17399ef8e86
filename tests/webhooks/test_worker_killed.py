"""A worker is killed in the middle: nothing is lost, each object keeps its order.

Editor, worker and receiver are processes of their own, as on a server.
"""

import signal
from collections import defaultdict

from tests.processes import wait_until


def test_killed_worker_loses_nothing_and_keeps_the_order(processes, receiver):
    act, worker = processes.actor("tests.webhooks.actor"), processes.worker
    act("set-up", receiver.url("leisurely"))
    act("publish", "3", "4")

    for number in (3, 6):
        with worker() as process:
            wait_until(lambda number=number: len(receiver.requests) >= number)
            process.send_signal(signal.SIGKILL)
            process.wait()
    with worker():
        wait_until(lambda: act("report")["waiting"] == 0)

    events = act("report")["events"]
    arrived = defaultdict(list)
    for request in receiver.requests:
        position = int(request["body"]["cursor"].split(".")[1])
        arrived[request["body"]["object"]["id"]].append(position)
    expected = defaultdict(list)
    for pk, position, _key in events:
        expected[pk].append(position)
    assert len(events) == 15
    for pk, positions in arrived.items():
        assert positions == sorted(positions)
        assert sorted(set(positions)) == sorted(expected[pk])
    assert set(arrived) == set(expected)
