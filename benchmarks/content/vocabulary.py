"""Words from which texts to be searched are made, and their parts."""

__all__ = ["BEGINNINGS", "ENDS", "LITTLE", "PEOPLE", "PLACES"]

GERMAN_BEGINNINGS = """
Rad Markt Klima Energie Wasser Verkehrs Jugend Nachbar Bau Wohn Spiel Kultur Hafen
Bahn Wald Schul Sport Stadt Quartiers Bürger Land Kirchen Brücken Ufer Garten Licht
Lärm Boden Wärme Handwerks Vereins Zukunfts Sommer Winter
"""
ENGLISH_BEGINNINGS = """
cycle market climate energy water traffic youth neighbour building housing play
culture harbour rail forest school sport city quarter citizen rural church bridge
river garden light noise soil heating craft club future summer winter
"""
GERMAN_ENDS = """
weg platz plan konzept werkstatt gespräch treffen bericht netz raum projekt rat
forum fest beirat verein karte umfrage förderung beratung entwurf achse garten haus
schule gruppe woche tag
"""
ENGLISH_ENDS = """
path square plan concept workshop talk meeting report network room project council
forum party board club map survey funding advice draft axis garden house school
group week day
"""
GERMAN_LITTLE = """
und für mit von die der das in am zur ein wird haben gemeinsam offen neu alle
zusammen Menschen Fragen Ideen Ergebnisse Vorschläge Termine planen gestalten
besprechen sammeln zeigen lernen
"""
ENGLISH_LITTLE = """
and for with of the a in on to is have together open new all people questions ideas
results proposals dates plan shape discuss collect show learn
"""
FIRST_NAMES = """
Ada Ben Cleo Dario Elif Finn Greta Hugo Ida Jaro Kaja Levi Mira Nils
"""
LAST_NAMES = """
Achterberg Bremer Czerny Dornbusch Eilers Freudental Grabow Hellwig Iversen Jansen
Kuhlmann Lindner Mertens Nordhoff Oltmanns Petersen Quast Rademacher
"""
SOME_PLACES = """
Nordheim Südstadt Ostheide Westerfeld Altdorf Neubruch Steinau Birkenau
"""

BEGINNINGS = {"de": GERMAN_BEGINNINGS.split(), "en": ENGLISH_BEGINNINGS.split()}
ENDS = {"de": GERMAN_ENDS.split(), "en": ENGLISH_ENDS.split()}
LITTLE = {"de": GERMAN_LITTLE.split(), "en": ENGLISH_LITTLE.split()}
PEOPLE = [
    f"{first} {last}" for first in FIRST_NAMES.split() for last in LAST_NAMES.split()
]
PLACES = SOME_PLACES.split()
