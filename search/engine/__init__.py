"""How words are found: what the search asks of a database, and what it does itself.

What is typed and what is written are folded by us, so that both databases agree. Each
has its own way from there (``postgresql``, ``sqlite``); ``backends`` chooses.
"""
