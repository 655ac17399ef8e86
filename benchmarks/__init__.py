"""Measurements. They are run by hand and never part of the tests."""
