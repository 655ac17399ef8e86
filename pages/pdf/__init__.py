"""PDF files: read in a process of their own, checked for obstacles, told in words.

``reader`` is that process, ``child`` starts it, ``checking`` keeps what it says with
the document, ``findings`` puts it into words.
"""
