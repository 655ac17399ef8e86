"""Shared caches in front of the site, and how they forget what is not true any more.

- ``answers`` says what they may keep for how long, and gives each answer its tags,
- ``tags`` says which tags an event makes untrue,
- ``turns`` knows what changes by itself, when a moment has passed,
- ``queueing`` begins when there are events, and looks after what was left,
- ``purging`` brings one cache up to date.

See docs/decisions/0018-purging.md.
"""
