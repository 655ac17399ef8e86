"""Whoever tells of a programme tells the same: page, PDF, text, JSON-LD, calendar."""
