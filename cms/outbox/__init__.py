"""What changed, for programs: one table of events, written once and read twice.

``writing`` makes events of ``content_changed``, ``pages`` and ``objects`` say what is
public of them and ``references`` what shows it; ``endpoint`` lets programs read them,
and ``cms.webhooks`` sends them. Nothing here knows a page type, and nothing names what
is not public.
"""
