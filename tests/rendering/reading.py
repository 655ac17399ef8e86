"""What a visitor reads on a page, taken out of its HTML."""

from bs4 import BeautifulSoup


def words(element):
    """The text of an element on one line."""
    return " ".join(element.get_text(" ").split())


class Reading:
    def __init__(self, response):
        self.response = response
        self.status = response.status_code
        # Where a line may break is nothing to read.
        html = response.content.replace(b"<wbr>", b"")
        self.html = BeautifulSoup(html, "html.parser")

    @property
    def text(self):
        """What the main part says, on one line, without spaces before punctuation."""
        said = words(self.html.main)
        for sign in (" .", " ,", " :", " ;", " )"):
            said = said.replace(sign, sign.strip())
        return said.replace("( ", "(")

    @property
    def title(self):
        return self.html.title.get_text()

    def all(self, selector):
        """The text of each element that fits, in their order."""
        return [words(element) for element in self.html.select(selector)]

    def one(self, selector):
        (element,) = self.html.select(selector)
        return element

    def links(self, selector="main a"):
        """Where each link leads, by its words."""
        return {words(link): link["href"] for link in self.html.select(selector)}
