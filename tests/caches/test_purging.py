"""What one look after a cache orders, what it leaves for later, and what it plans."""

import re
from datetime import timedelta

import pytest
from django.conf import settings as site_settings
from django.core.management import CommandError, call_command
from django.utils import timezone
from django_tasks import task_backends

from cms import planning
from cms.caches import purging
from cms.caches.models import SharedCache
from cms.caches.purging import AGAIN, SETTLED, Purger
from cms.caches.queueing import caches_behind, look_after_all
from cms.caches.tags import MOST_PAGES, tags_after
from cms.outbox.models import Event, Feed, locked_feed
from cms.webhooks.sending import Answer
from tests import factories

ADDRESS = "http://cache.example:6082"
START = timezone.now()
SECOND = timedelta(seconds=1)


@pytest.fixture
def orders(db, monkeypatch):
    """All orders that were given; ``answer`` is how they are answered."""

    class Orders(list):
        answer = Answer(status=200)

    orders = Orders()

    def order(address, tags):
        orders.append("|".join(tags))
        return orders.answer

    monkeypatch.setattr(purging, "order", order)
    return orders


@pytest.fixture
def plans(monkeypatch):
    """For how many seconds after the start tasks were planned."""
    plans = []

    def plan(row, when, task, argument):
        plans.append(round((when - START).total_seconds()))

    monkeypatch.setattr(purging, "plan", plan)
    return plans


@pytest.fixture
def cache(orders, settings):
    """A cache that knows everything until the start."""
    settings.SHARED_CACHES = [ADDRESS]
    feed = locked_feed()
    return SharedCache.objects.create(
        address=ADDRESS,
        epoch=feed.epoch,
        settled=feed.position,
        turned_at=START,
        seen_at=START,
    )


def happen(kind="page.published", pages=(), affected=(), at=START):
    feed = locked_feed()
    feed.position += 1
    feed.save()
    return Event.objects.create(
        position=feed.position,
        type=kind,
        model="pages.NewsPage",
        object_id="1",
        pages=[[pk, "/a/", "/a/"] for pk in pages],
        affected=[[pk, "/b/"] for pk in affected],
        occurred_at=at,
    )


def look(after):
    purger = Purger(ADDRESS)
    purger.moment = START + after
    purger.run()


def test_order_is_given_three_times_and_planned_before_it_is_given(
    cache, orders, plans
):
    event = happen(pages=[12], affected=[7])

    for seconds in (0.1, 5.5, 35.5, 60):
        look(seconds * SECOND)

    cache.refresh_from_db()
    assert orders == ["lists|page-7|page-12"] * 3
    assert plans == [5, 5, 10, 35, 40]
    assert (cache.settled, cache.seen_at) == (event.position, START + 60 * SECOND)


def test_event_that_comes_while_orders_are_given_is_not_passed_over(
    cache, orders, plans, monkeypatch
):
    happen(pages=[12])
    order = purging.order

    def slowly(address, tags):
        # Its transaction began long before it was written.
        happen(pages=[13], at=START - 60 * SECOND)
        monkeypatch.setattr(purging, "order", order)
        return order(address, tags)

    monkeypatch.setattr(purging, "order", slowly)

    for seconds in (60, 61):
        look(seconds * SECOND)

    assert orders == ["lists|page-12", "lists|page-13"]


def test_killed_worker_leaves_a_task_that_was_planned(cache, plans, monkeypatch):
    def killed(address, tags):
        raise KeyboardInterrupt

    monkeypatch.setattr(purging, "order", killed)
    happen(pages=[12])

    with pytest.raises(KeyboardInterrupt):
        look(0.1 * SECOND)

    known = SharedCache.objects.get()
    assert (plans, known.settled, known.seen_at) == ([5], cache.settled, START)


def test_failed_order_is_given_again_after_growing_pauses(cache, orders, plans):
    happen(pages=[12])
    orders.answer = Answer(status=503)

    for _time in range(4):
        SharedCache.objects.update(paused_until=None)
        look(SECOND)

    cache.refresh_from_db()
    assert plans == [6, 1 + 5, 6, 1 + 15, 6, 1 + 60, 6, 1 + 60]
    assert (cache.failures, cache.failing_since) == (4, START + SECOND)
    assert [found.address for found in caches_behind()] == [ADDRESS]


def test_paused_cache_is_not_asked(cache, orders, plans):
    happen(pages=[12])
    SharedCache.objects.update(paused_until=START + 10 * SECOND)

    look(SECOND)

    assert (orders, plans) == ([], [10])


@pytest.mark.parametrize(
    "state",
    [{"epoch": "another"}, {"settled": 10**6}],
    ids=["a backup was restored", "it is ahead of the feed"],
)
def test_cache_of_which_nothing_is_known_forgets_everything(
    cache, orders, plans, state
):
    SharedCache.objects.update(**state)

    look(SECOND)
    look(2 * SECOND)

    assert orders == ["all"]


def test_cache_that_missed_pruned_events_forgets_everything(cache, orders, plans):
    happen(at=START - timedelta(days=40))
    Feed.objects.update(pruned_to=Feed.objects.get().position)

    look(SECOND)

    assert orders == ["all"]


def test_new_cache_forgets_everything(orders, plans, settings):
    settings.SHARED_CACHES = [ADDRESS]

    behind = [cache.address for cache in caches_behind()]
    look(SECOND)

    assert (behind, orders) == ([ADDRESS], ["all"])


@pytest.mark.parametrize("kind", ["settings.changed", "access.changed"])
def test_what_changes_everything_is_forgotten_everywhere(kind):
    assert tags_after([Event(type=kind)]) == ["all"]


def test_too_many_pages_are_all_of_them():
    pages = [[pk, "/a/", "/a/"] for pk in range(MOST_PAGES + 1)]

    assert tags_after([Event(type="page.moved", pages=pages)]) == ["all"]
    assert tags_after([]) == []


def test_many_tags_go_in_several_orders(cache, orders, plans):
    happen(pages=range(1, 250))

    look(SECOND)

    assert [order.count("|") + 1 for order in orders] == [100, 100, 50]


def test_end_of_a_workshop_and_of_registration_are_turns(cache, orders, plans):
    home = factories.home()
    day = timezone.localdate(START)
    factories.workshop(
        home,
        starts_at=START - timedelta(hours=2),
        ends_at=START + 60 * SECOND,
        registration_deadline=day,
    )
    midnight = timezone.localtime(START).replace(hour=0, minute=0, second=0)
    midnight = (midnight + timedelta(days=1, hours=2)).replace(hour=0, microsecond=0)
    SharedCache.objects.update(settled=Feed.objects.get().position, epoch=epoch())
    orders.clear()
    plans.clear()

    for seconds in (1, 60.5, 65.5, 95.5, 120):
        look(seconds * SECOND)
    # What was published at the start is settled by then.
    by_turns = [order for order in orders if order == "all"]
    orders.clear()
    look(midnight - START + SECOND)

    assert by_turns == ["all"] * 3
    assert {60, 65, 95} <= set(plans)
    assert orders == ["all"]


def epoch():
    return Feed.objects.get().epoch


def test_timer_looks_after_caches_and_forgets_those_that_are_gone(cache, orders, plans):
    SharedCache.objects.create(address="http://gone.example")
    happen(pages=[12])

    behind = look_after_all()

    assert (behind, orders) == ([], ["lists|page-12"])
    assert [found.address for found in SharedCache.objects.all()] == [ADDRESS]


def test_cache_after_which_nobody_looks_is_behind(cache):
    SharedCache.objects.update(seen_at=timezone.now() - timedelta(minutes=16))

    assert [found.address for found in caches_behind()] == [ADDRESS]


def test_plan_is_made_once_for_each_moment(cache, monkeypatch):
    planned = []

    class Task:
        def using(self, run_after):
            planned.append(run_after)
            return self

        def enqueue(self, argument):
            pass

    monkeypatch.setattr(type(task_backends["background"]), "supports_defer", True)
    row = SharedCache.objects.filter(pk=cache.pk)
    now = timezone.now()

    for wait in (35, 5, 5, 10):
        planning.plan(row, now + wait * SECOND, Task(), ADDRESS)

    assert planned == [now + 36 * SECOND, now + 6 * SECOND]


def test_command_empties_every_cache_or_says_which_failed(
    orders, settings, capsys, monkeypatch
):
    settings.SHARED_CACHES = [ADDRESS, "http://127.0.0.1:9"]
    monkeypatch.setattr("cms.management.commands.purge_caches.order", purging.order)

    call_command("purge_caches")
    told = capsys.readouterr().out
    orders.answer = Answer(status=403)

    with pytest.raises(CommandError, match=f"{ADDRESS} .*403"):
        call_command("purge_caches")
    assert told.count(": ") == 2
    assert orders == ["all"] * 4


def test_command_without_caches_says_so(db, settings):
    settings.SHARED_CACHES = []

    with pytest.raises(CommandError, match="SHARED_CACHES"):
        call_command("purge_caches")


def test_last_order_comes_when_the_cache_does_not_wait_any_more():
    vcl = (site_settings.BASE_DIR / "deploy/varnish/werkstatt.vcl").read_text()
    kept = vcl.partition("if (!bereq.uncacheable)")[2]
    [longest] = re.search(r"first_byte_timeout = (\d+)s", kept).groups()

    assert AGAIN < int(longest) * SECOND < SETTLED
