"""The content for programs: what the delivery API says of pages and what is on them.

``data`` has the types of everything that is answered, ``reading`` what a request needs
to write it, ``blocks`` and ``page_types`` write each kind of block and page and are
where plugins add theirs, ``selection`` finds pages, ``routers`` answers.
"""
