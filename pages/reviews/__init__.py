"""The next look at each page: who takes it, when, and how they are reminded.

A page is looked at in the source language. Its translations follow it by themselves,
and the translators' work list says what is left to do on them; so they have no date of
their own.
"""
