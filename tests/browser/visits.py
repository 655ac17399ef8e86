"""Visits to the site, and what a visitor should never meet there."""

from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = {
    "runOnly": {"type": "tag", "values": WCAG},
    "resultTypes": ["violations"],  # the others are only counted, which is quicker
}


class Visit:
    """A browser of its own, without history, that notes what goes wrong in it."""

    def __init__(self, chromium, site, **settings):
        self.site = site
        self.context = chromium.new_context(locale="de-DE", **settings)
        self.page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        self.errors = []
        self.strangers = []
        self.page.on("console", self._note_message)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", self._note_request)

    def go(self, path):
        """Open a path of the site, forgetting what went wrong; return its status."""
        self.page.evaluate("0")  # what the page before had to say has arrived then
        self.errors.clear()
        self.strangers.clear()
        response = self.page.goto(self.site + path, wait_until="load")
        return response.status

    def link(self, name):
        """The first link of the main part that has these words."""
        return self.page.locator("main").get_by_role("link", name=name).first

    def follow(self, name):
        with self.page.expect_navigation(wait_until="load"):
            self.link(name).click()

    def target(self, name):
        """Where a link leads, as it is written."""
        return self.link(name).get_attribute("href")

    def download(self, name):
        """The content of the file behind a link."""
        return self.context.request.get(self.site + self.target(name)).body()

    def text(self):
        """What the page's main part says, on one line."""
        return " ".join(self.page.locator("main").inner_text().split())

    def faults(self):
        """What no page of the site may do to a visitor; empty if all is well."""
        cookies = [cookie["name"] for cookie in self.context.cookies()]
        found = {
            "errors": list(self.errors),
            "other hosts": list(self.strangers),
            "cookies": cookies,
            "wider than the window": self._overhang(),
        }
        return {what: value for what, value in found.items() if value}

    def barriers(self):
        """Violations of WCAG 2.2, levels A and AA, as axe sees them."""
        if self.page.evaluate("typeof axe === 'undefined'"):
            self.page.evaluate(AXE_SCRIPT)
        violations = self.page.evaluate(
            "async (rules) => (await axe.run(rules)).violations", RULES
        )
        return [
            f"{violation['id']}: {node['html']}"
            for violation in violations
            for node in violation["nodes"]
        ]

    def keep_picture(self, file):
        self.page.screenshot(path=file, full_page=True)

    def close(self):
        self.context.close()

    def _note_message(self, message):
        if message.type in ("error", "warning"):
            self.errors.append(message.text)

    def _note_request(self, request):
        address = urlsplit(request.url)
        is_inside = address.scheme in ("data", "blob", "about")
        if not is_inside and f"{address.scheme}://{address.netloc}" != self.site:
            self.strangers.append(request.url)

    def _overhang(self):
        return self.page.evaluate(
            "Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"
        )
