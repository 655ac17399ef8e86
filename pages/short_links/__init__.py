"""Permanent short addresses: ``/w/<code>`` of a workshop, ``/d/<code>`` of a document.

They are made with their targets, are printed as QR codes, and answer for good: with the
target wherever it is now, or with the day on which it was removed.
"""
