"""The signal of the outbox."""

from django.dispatch import Signal

__all__ = ["events_written"]

events_written = Signal()
"""Sent with ``events`` within the transaction that writes them.

A receiver that raises takes them back, and they are tried again later: what has to be
written together with them, such as deliveries, is never missing.
"""
