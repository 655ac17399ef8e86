"""Machine translation: off by default, careful when on.

``connection`` talks to a service and turns whatever goes wrong into a sentence,
``deepl`` and ``libretranslate`` are wagtail-localize's translators made safe with it,
``glossary`` keeps terms, ``drafting`` stores what came back, as texts that nobody has
confirmed, and ``confirmation`` takes that mark away.
"""
