"""What visitors of the demo would search, and what they should find first."""

from dataclasses import dataclass

from search.question import Kind

__all__ = ["QUESTIONS", "Expected"]


@dataclass(frozen=True, slots=True)
class Expected:
    language: str
    text: str
    kind: Kind
    title: str
    """How the title of the right result begins."""
    why: str
    """What has to work for it to be found."""


PAGE, WORKSHOP, NEWS = Kind.PAGE, Kind.WORKSHOP, Kind.NEWS
PERSON, DOCUMENT = Kind.PERSON, Kind.DOCUMENT

TITLE = "title"
FORM = "another form of the word"
UMLAUT = "umlauts written out"
PART = "a part of a word"
MISTAKE = "a mistake in typing"
NAME = "a name"
ENTRY = "programme"
BODY = "text of a page"
PDF = "text in a PDF"
SENTENCE = "a sentence"

GERMAN = (
    ("Zuhören, was das Viertel bewegt", WORKSHOP, "1. Werkstatt", TITLE),
    ("zuhoeren", WORKSHOP, "1. Werkstatt", UMLAUT),
    ("Vom Anliegen zum Vorhaben", WORKSHOP, "2. Werkstatt", TITLE),
    ("Anliegen Vorhaben", WORKSHOP, "2. Werkstatt", TITLE),
    ("erproben und auswerten", WORKSHOP, "3. Werkstatt", TITLE),
    ("Stadtspaziergang", WORKSHOP, "Stadtspaziergang", TITLE),
    ("Stadtspaziergänge", WORKSHOP, "Stadtspaziergang", FORM),
    ("Schulweg", WORKSHOP, "Stadtspaziergang", FORM),
    ("Kinderauge", WORKSHOP, "Stadtspaziergang", FORM),
    ("Stadtspatziergang", WORKSHOP, "Stadtspaziergang", MISTAKE),
    ("HofGrün", PAGE, "HofGrün", TITLE),
    ("hofgruen", PAGE, "HofGrün", UMLAUT),
    ("Höfe, in denen man bleiben will", PAGE, "HofGrün", TITLE),
    ("entsiegelte Innenhöfe", PAGE, "HofGrün", FORM),
    ("Abschlusswerkstätten", WORKSHOP, "Abschlusswerkstatt", FORM),
    ("Elf Höfe, ein Fest", WORKSHOP, "Abschlusswerkstatt", TITLE),
    ("Abschlussbericht", DOCUMENT, "Abschlussbericht HofGrün", TITLE),
    ("QuartierLabor", PAGE, "QuartierLabor", TITLE),
    ("Qartierlabor", PAGE, "QuartierLabor", MISTAKE),
    ("quartierl", PAGE, "QuartierLabor", PART),
    ("Impressum", PAGE, "Impressum", TITLE),
    ("Impresum", PAGE, "Impressum", MISTAKE),
    ("Datenschutz", PAGE, "Datenschutz", TITLE),
    ("barrierefrei", PAGE, "Erklärung zur Barrierefreiheit", PART),
    ("Barriere", PAGE, "Erklärung zur Barrierefreiheit", PART),
    ("Kowalke", PERSON, "Prof. Dr. Halina Kowalke", NAME),
    ("Halina Kovalke", PERSON, "Prof. Dr. Halina Kowalke", MISTAKE),
    ("Ines Wallner", PERSON, "Ines Wallner", NAME),
    ("Lürsen", PERSON, "Tomke Lürsen", NAME),
    ("Luersen", PERSON, "Tomke Lürsen", UMLAUT),
    ("Karatepe", PERSON, "Cem Karatepe", NAME),
    ("Tiefbauamt", PERSON, "Ruben Falkner", NAME),
    ("Büro für Bürgerbeteiligung", PERSON, "Büro für Bürgerbeteiligung", NAME),
    ("Flyer zur 2. Werkstatt", DOCUMENT, "Flyer zur 2. Werkstatt", TITLE),
    ("Wegbeschreibung", DOCUMENT, "Wegbeschreibung", TITLE),
    ("Ankerviertel in Zahlen", DOCUMENT, "Das Ankerviertel in Zahlen", TITLE),
    ("leere Läden Treffpunkt", DOCUMENT, "Vom leeren Laden", FORM),
    ("was die Verwaltung dazulernt", DOCUMENT, "Was die Verwaltung", TITLE),
    ("Regentonnen", DOCUMENT, "Abschlussbericht HofGrün", PDF),
    ("Leitstreifen Haltestelle", DOCUMENT, "Wegbeschreibung", PDF),
    (
        "Die Hofgruppe muss vor dem ersten Spatenstich stehen.",
        *(DOCUMENT, "Abschlussbericht HofGrün", SENTENCE),
    ),
    (
        "Eine Küche ist wichtiger als ein Beamer",
        *(DOCUMENT, "Vom leeren Laden", SENTENCE),
    ),
    ("Versicherung für Dinge", DOCUMENT, "Was die Verwaltung", PDF),
    ("Wochenmarkt", NEWS, "320 Stimmen vom Wochenmarkt", TITLE),
    ("Wochenmaerkte", NEWS, "320 Stimmen vom Wochenmarkt", UMLAUT),
    ("Anmeldung zur 2. Werkstatt", NEWS, "Anmeldung zur 2. Werkstatt", TITLE),
    ("Labor am Ankerplatz eröffnet", NEWS, "Das Labor am Ankerplatz", TITLE),
    ("Labore im Quartier", PAGE, "Labore im Quartier", TITLE),
    ("Gießliste", WORKSHOP, "2. Werkstatt", ENTRY),
    ("Giessliste", WORKSHOP, "2. Werkstatt", UMLAUT),
    ("Mittagsimbis", WORKSHOP, "2. Werkstatt", MISTAKE),
    ("mobile Linde", WORKSHOP, "3. Werkstatt", ENTRY),
    ("Suppe und Brot", WORKSHOP, "1. Werkstatt", ENTRY),
    ("Strassenlaterne", WORKSHOP, "1. Werkstatt", UMLAUT),
    ("Stadt gestalten", PAGE, "Stadt gestalten in Lindenau", TITLE),
)
ENGLISH = (
    ("listening", WORKSHOP, "Workshop 1", TITLE),
    ("From concern to project", WORKSHOP, "Workshop 2", TITLE),
    ("concerns", WORKSHOP, "Workshop 2", FORM),
    ("taking stock", WORKSHOP, "Workshop 3", TITLE),
    ("way to school", WORKSHOP, "City walk", FORM),
    ("city walks", WORKSHOP, "City walk", FORM),
    ("courtyard", PAGE, "HofGrün", FORM),
    ("courtyrads", PAGE, "HofGrün", MISTAKE),
    ("closing workshops", WORKSHOP, "Closing workshop", FORM),
    ("imprint", PAGE, "Imprint", TITLE),
    ("privacy", PAGE, "Privacy", TITLE),
    ("accessible", PAGE, "Accessibility statement", FORM),
    ("registration", NEWS, "Registration for workshop 2", TITLE),
    ("registrtaion", NEWS, "Registration for workshop 2", MISTAKE),
    ("lab opened", NEWS, "The lab on Ankerplatz", TITLE),
    ("flyer", DOCUMENT, "Flyer for workshop 2", TITLE),
    ("documentation of workshop 1", DOCUMENT, "Documentation", TITLE),
    ("directions", DOCUMENT, "Directions", TITLE),
    ("litter and noise", DOCUMENT, "Documentation", PDF),
    ("Luersen", PERSON, "Tomke Lürsen", UMLAUT),
    ("Overath", PERSON, "Lena Overath", NAME),
    ("watering rota", WORKSHOP, "Workshop 2", ENTRY),
    ("soup and bread", WORKSHOP, "Workshop 1", ENTRY),
    ("neighbourh", PAGE, "QuartierLabor", PART),
    ("labs in the neighbourhood", PAGE, "Labs in the neighbourhood", TITLE),
)

QUESTIONS = tuple(
    Expected(language, *question)
    for language, questions in (("de", GERMAN), ("en", ENGLISH))
    for question in questions
)
