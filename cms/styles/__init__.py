"""The one stylesheet of the site: our sources, and what is used of KERN.

``sheet.py`` joins it, ``finder.py`` hands it to whoever serves or collects static
files. Nobody has to build anything.
"""
