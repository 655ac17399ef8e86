"""Webhooks: what the outbox holds, sent to addresses that administrators name.

``queueing`` makes a delivery of each event for each webhook within the transaction that
writes the event. ``courier`` works on those of one webhook, each object's in their
order, ``sending`` asks one address, ``guard`` says which may be asked, and ``signing``
how a receiver knows that it is us. ``views`` and ``hooks`` are for administrators.
"""
