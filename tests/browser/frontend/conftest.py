import pytest

from tests.browser.conftest import visits
from tests.browser.frontend.process import running


@pytest.fixture(scope="session")
def front_end(demo, tmp_path_factory):
    """The front end of the demo and of one of everything. Read only."""
    with running(demo.url, tmp_path_factory.mktemp("front-end")) as front_end:
        yield front_end


@pytest.fixture
def reader(request, front_end, chromium):
    """Begin a visit to it: ``reader(width=360)``."""
    with visits(request, chromium, front_end.url) as begin:
        yield begin
