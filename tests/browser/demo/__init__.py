"""The demo on a server as in production, in a process of its own.

Whatever only reads the site visits it there: with hashed and compressed static files,
without DEBUG, and beside the tests' own database.
"""
