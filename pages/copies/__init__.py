"""A workshop once more, on another date: a draft that has everything but the past."""
