"""The page that the content model is measured by, with invented people and places.

It has the structure, the dates and the times of the reference page.
"""

INSTITUTE = "IQL – Institut für Quartiers- und Landschaftsforschung"
PROJECT = "LaNa – Labore der Nachbarschaft"
PROJECT_LEAD = (
    "Zwei Städte richten Räume ein, in denen Verwaltung, Vereine und Nachbarschaft "
    "gemeinsam erproben, was im Stadtteil fehlt."
)
SERIES = "Labore der Nachbarschaft gründen"

FIRST_TITLE = "1. Werkstatt: Ausgangslage"
TITLE = "2. Werkstatt: Konzeptentwicklung „Labore der Nachbarschaft“"
PLANNED = {3: "Aufbau", 4: "Verstetigung"}

START, END = "2018-02-22 11:00", "2018-02-22 16:00"
PUBLISHED = "2018-02-22"

VENUE = {
    "name": INSTITUTE,
    "street": "Lindenweg 22 – 24",
    "postal_code": "01234",
    "city": "Lindenau",
}

LEAD = (
    "Wie entsteht ein Labor vor der eigenen Haustür? Arbeiten Sie einen Tag lang mit."
)
INTRO = (
    "In der ersten Werkstatt ging es um die Ausgangslage. Nun wird aus ihr ein Plan.",
    "Wer macht mit, wer entscheidet, wer zahlt? Darüber sprechen alle Beteiligten.",
)

WELCOME = ("11:00", "Begrüßung", [("Rolf Ziegler-Harms", INSTITUTE)])
INTRODUCTION = (
    "11:15",
    "Einführung",
    [("Jörn Schulte", "Sozialwerkstatt – Freie Universität Lindenau")],
)
TALKS = (
    "11:30",
    "Input-Vorträge",
    [
        ("Erfahrungen aus Lindenau", "Dr. Arne Ehlers", "Stadtentwicklung Lindenau"),
        ("Erfahrungen aus Wupperau", "Clara Udt", "Stadt Wupperau"),
    ],
)
LUNCH = ("12:45", "Mittagsimbiss")
GROUPS = (
    "13:30",
    "Parallele Arbeitsgruppen",
    [("Räume und Geld", "Saal 1"), ("Menschen und Regeln", "Saal 2")],
)
COFFEE = ("15:15", "Kaffeepause")
OUTLOOK = ("15:30", "Fazit und Ausblick", [])

INFORMATION = "Die Werkstatt gehört zu einer Reihe von vieren."
CLOSING = "Wer alle vier besucht hat, kann selbst ein Labor eröffnen."
MORE = "Mehr zum Programm und zur Anmeldung: Überblick"
MORE_URL = "https://example.org/anmeldung"

EMAIL = "mona.wallner@example.org"
CONTACT = {"name": "Mona Wallner", "email": EMAIL}
