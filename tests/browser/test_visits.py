"""That the other tests would notice what they say is not there."""

import pytest

from tests import factories

pytestmark = pytest.mark.browser

STRANGER = "http://127.0.0.1:9/pixel.png"

BREAK = """(stranger) => {
  const main = document.querySelector('main');
  const picture = new Image();
  main.append('blass', picture);
  main.style.cssText = 'width: 500px; color: #ccc; background: #fff';
  document.cookie = 'zaehler=1';
  return new Promise((done) => {
    picture.onerror = () => done();
    picture.src = stranger;
  });
}"""


@pytest.fixture
def broken(site, visit):
    """A visit to a page with everything that must not be."""
    factories.home()
    visitor = visit(width=360)
    visitor.go("/")
    visitor.page.evaluate(BREAK, STRANGER)
    return visitor


def test_visit_notes_every_fault(broken):
    faults = broken.faults()

    assert set(faults) == {"errors", "other hosts", "cookies", "wider than the window"}
    assert faults["other hosts"] == [STRANGER]
    assert faults["cookies"] == ["zaehler"]
    assert faults["wider than the window"] > 100


def test_visit_finds_barriers(broken):
    rules = {barrier.partition(":")[0] for barrier in broken.barriers()}

    assert {"color-contrast", "image-alt"} <= rules


def test_visit_forgets_faults_with_the_next_page(broken):
    broken.context.clear_cookies()
    broken.go("/")

    assert broken.faults() == {}
    assert broken.barriers() == []
