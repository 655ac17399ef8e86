"""The application, and the pictures, which a web server in front would serve."""

from django.conf import settings
from whitenoise import WhiteNoise

from cms.wsgi import application as site

A_WEEK = 7 * 24 * 60 * 60

# autorefresh: pictures appear while the site runs.
application = WhiteNoise(site, autorefresh=True, max_age=A_WEEK)
application.add_files(settings.MEDIA_ROOT, prefix=settings.MEDIA_URL)
