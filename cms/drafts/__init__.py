"""Drafts that somebody without an account may read, named by a token.

``tokens`` finds what a token stands for, whichever kind it is; ``stored`` keeps what an
editor is writing for the preview in a separate front end, and ``previewing`` shows it
there. Nothing here knows a page type.
"""
