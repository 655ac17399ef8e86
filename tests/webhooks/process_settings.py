"""The tests' settings for several processes: one database file, a worker's queue."""

from cms.settings.environment import read_database
from cms.settings.test import *  # noqa: F403 (settings are layered this way)
from cms.settings.test import TASK_BACKENDS, TASKS

DATABASES = {"default": read_database()}
TASKS = {**TASKS, "background": {"BACKEND": TASK_BACKENDS["database"]}}
WEBHOOKS_INTERNAL = True
WEBHOOK_TIMEOUT = 2
LOGGING = {"version": 1, "disable_existing_loggers": False}
