import pytest

from pages.agenda import Contribution, Person, Track
from tests.agenda.written import session


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (Person("Clara Utsch", "Stadt Wuppertal"), "Clara Utsch, Stadt Wuppertal"),
        (Person("Clara Utsch"), "Clara Utsch"),
        (Person(institution="Stadt Wuppertal"), "Stadt Wuppertal"),
    ],
)
def test_person_as_text_is_name_and_institution(person, expected):
    text = str(person)

    assert text == expected


def test_person_without_name_and_institution_is_refused():
    blank = " "

    with pytest.raises(ValueError, match="needs a name or an institution"):
        Person(blank)


def test_everyone_in_an_entry_comes_in_reading_order():
    people = [Person(name) for name in ("Ada", "Bea", "Cem", "Dan")]
    item = session(
        "11:00",
        people=(people[0],),
        contributions=(Contribution("Vortrag", people=(people[1],)),),
        tracks=(
            Track(
                "Aufbau",
                people=(people[2],),
                contributions=(Contribution("Impuls", people=(people[3],)),),
            ),
        ),
    )

    everyone = item.everyone

    assert everyone == tuple(people)
