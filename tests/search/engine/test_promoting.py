"""Results that editors put on top."""

from search.finding import find
from search.models import PromotedResult
from search.question import Kind, Question
from tests import factories


def hits(text, first=0, size=10, **narrowing):
    answer = find(Question(text, "de", **narrowing), first, size)
    return answer.total, [(hit.title, hit.is_promoted) for hit in answer.hits]


def test_promoted_results_come_first_and_once(home, index):
    factories.standard(home, "Linde")
    tree = factories.standard(home, "Alle Bäume", lead="Eine Linde.")
    PromotedResult.objects.create(
        language="de", words="Linde, Baum", page=tree, order=2
    )
    PromotedResult.objects.create(
        language="de", words="linde", url="https://example.org/", title="Draußen"
    )
    index()

    assert hits("Linde") == (
        3,
        [("Draußen", True), ("Alle Bäume", True), ("Linde", False)],
    )
    assert hits("Linde", first=1, size=2) == (
        3,
        [("Alle Bäume", True), ("Linde", False)],
    )


def test_promoted_results_wait_for_exactly_their_words(home, index):
    page = factories.standard(home, "Förderung")
    PromotedResult.objects.create(language="de", words="Zuschüsse", page=page)
    index()

    assert hits("zuschuesse") == (1, [("Förderung", True)])
    assert hits("Zuschüsse beantragen") == (0, [])


def test_narrowed_results_have_nothing_on_top(home, index):
    page = factories.standard(home, "Linde")
    PromotedResult.objects.create(language="de", words="Linde", page=page)
    index()

    assert hits("Linde", kind=Kind.PAGE) == (1, [("Linde", False)])


def test_promoted_document_and_words_of_its_own(home, index):
    document = factories.document("Satzung")
    PromotedResult.objects.create(
        language="de", words="Regeln", document=document, title="Unsere Regeln"
    )

    assert hits("Regeln") == (1, [("Unsere Regeln", True)])


def test_address_of_another_website_says_so(home):
    address = "https://example.org/linde"
    PromotedResult.objects.create(language="de", words="Linde", url=address, title="Da")

    [hit] = find(Question("Linde", "de"), 0, 10).hits

    assert (hit.is_external, hit.details) == (True, "example.org")


def test_address_of_our_own_website_is_a_page(home):
    address = f"{home.get_site().root_url}/linde/"
    PromotedResult.objects.create(language="de", words="Linde", url=address, title="Da")

    [hit] = find(Question("Linde", "de"), 0, 10).hits

    assert (hit.is_external, hit.details) == (False, "")
