"""Folded words that say nothing of what is looked for, by language."""

__all__ = ["STOP_WORDS"]

GERMAN = """
aber alle allem allen aller alles als am an auch auf aus bei beim bin bis da damit
dann das dass dem den denn der des die dies diese dieser dieses doch dort du durch
ein eine einem einen einer eines einige er es etwas euch fur gibt haben hat hier ich
ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist ja jede jeden jeder jedes
jetzt kann kein keine keinen konnen man manche mein mich mir mit muss nach nicht
noch nur ob oder ohne sehr seit selbst sich sie sind so solche soll sollte sondern
sonst uber um und uns unser unsere unter viel vom von vor wann war waren was weil
welche welcher welches wenn wer werden wie will wir wird wo wollen wurde zu zum zur
zwar
"""
ENGLISH = """
a about an and any are as at be been but by can do does for from has have he her
here his how i if in into is it its me my no not of on or our she so some than that
the their them there these they this to up us was we were what when where which who
why will with you your
"""

STOP_WORDS = {"de": frozenset(GERMAN.split()), "en": frozenset(ENGLISH.split())}
