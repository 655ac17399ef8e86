"""SQLite whose test databases are migrated once for all processes, not once for each.

The migrations of Wagtail and ours take twenty seconds of one core, and a run of the
tests starts several processes. The first one keeps the result in ``DATA_DIR``; the
others, and the next run, copy it. It is made anew when what it depends on changes.
"""
