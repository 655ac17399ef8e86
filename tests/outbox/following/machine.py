"""Random editing on the site, beside two clients: one at once, one now and then."""

from contextlib import suppress
from datetime import UTC, datetime

import time_machine
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
)

from cms.outbox.models import Event
from tests.outbox.following.follower import Follower, crawl, read_aside
from tests.outbox.following.objects import ObjectEditor
from tests.outbox.following.pages import PageEditor
from tests.outbox.following.world import World
from tests.publishing.test_transactions import Failure

BEGINNING = datetime(2030, 6, 1, 10, tzinfo=UTC)


class Editor(PageEditor, ObjectEditor, World):
    """``clock`` is what time_machine gives."""

    def __init__(self, clock):
        self.clock = clock
        World.__init__(self)

    def do(self, name, which, other):
        getattr(self, name)(which, other)


NO_DEEDS = {"name", "chosen", "restriction", "rename_object"}


def deeds_of(kind):
    """Return the names of what an editor does, in their order there."""
    found = (name for name, value in vars(kind).items() if callable(value))
    return [name for name in found if name not in NO_DEEDS]


numbers = st.integers(0, 29)
page_deeds = st.tuples(st.sampled_from(deeds_of(PageEditor)), numbers, numbers)
object_deeds = st.tuples(st.sampled_from(deeds_of(ObjectEditor)), numbers, numbers)
deeds = page_deeds | object_deeds


class Following(RuleBasedStateMachine):
    client = None

    @initialize()
    def begin(self):
        self.travel = time_machine.travel(BEGINNING, tick=False)
        self.editor = Editor(self.travel.start())
        self.prompt, self.lazy = Follower(self.client), Follower(self.client)

    @rule(deed=page_deeds)
    def edit_pages(self, deed):
        self.editor.do(*deed)

    @rule(deed=object_deeds)
    def edit_objects(self, deed):
        self.editor.do(*deed)

    @rule(several=st.lists(deeds, min_size=2, max_size=3), lost=deeds)
    def edit_together(self, several, lost):
        """All in one transaction, and something that does not happen after all."""
        with transaction.atomic():
            for deed in several:
                self.editor.do(*deed)
            self.fail_to(lost)

    @rule(lost=deeds)
    def fail_to(self, lost):
        kept = dict(vars(self.editor))
        with suppress(Failure), transaction.atomic():
            self.editor.do(*lost)
            raise Failure
        vars(self.editor).update(kept)

    @rule(limit=st.integers(1, 6))
    def read_a_part(self, limit):
        self.lazy.read(limit)

    @rule()
    def read_the_rest(self):
        self.lazy.catch_up()
        assert self.lazy.copy == self.prompt.copy
        assert "Geheim" not in str(list(Event.objects.values()))

    @invariant()
    def prompt_client_has_everything(self):
        self.prompt.catch_up()
        assert self.prompt.copy == crawl(self.client)
        assert self.prompt.aside == read_aside(self.client)

    def teardown(self):
        self.travel.stop()
