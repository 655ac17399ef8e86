"""An editor in a process of its own: ``actor.py set-up URL``, ``publish PAGES TIMES``
or ``report``, which prints what the database knows as JSON."""

import json
import sys

import django

django.setup()

from cms.outbox.models import Event  # noqa: E402 (needs Django)
from cms.webhooks.models import Delivery, Webhook  # noqa: E402
from pages.models import StandardPage  # noqa: E402
from tests import factories  # noqa: E402


def set_up(url):
    factories.home()
    Webhook.objects.create(name="Partner", url=url, events=["page.published"])


def publish(pages, times):
    from home.models import HomePage  # as the other models, when it is needed

    home = HomePage.objects.get()
    made = [factories.standard(home, f"Seite {number}") for number in range(int(pages))]
    for _number in range(int(times)):
        for page in made:
            StandardPage.objects.get(pk=page.pk).save_revision().publish()


def report():
    print(  # noqa: T201 (it is read by the test)
        json.dumps(
            {
                "waiting": Delivery.objects.filter(delivered_at=None).count(),
                "events": [
                    [event.object_id, event.position, str(event.key)]
                    for event in Event.objects.filter(
                        type="page.published", model="pages.StandardPage"
                    )
                ],
            }
        )
    )


if __name__ == "__main__":
    {"set-up": set_up, "publish": publish, "report": report}[sys.argv[1]](*sys.argv[2:])
