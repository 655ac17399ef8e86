"""Wagtail's admin as a person uses it: forms, choosers, streams, rich text.

Nothing here knows a label of ours: fields are found by their names, so the tests run
in any language.
"""

from contextlib import contextmanager
from pathlib import Path

from django.utils.translation import override
from playwright.sync_api import expect

SIGN_IN = "/admin/login/"

# Wagtail saves drafts by itself while a person writes. These are the two controllers
# that decide when; a form is settled once all that was written has been saved.
SETTLED = """() => {
  const form = document.querySelector('form[data-edit-form]');
  const controller = (name) =>
    wagtail.app.getControllerForElementAndIdentifier(form, name);
  const [saving, unsaved] = [controller('w-autosave'), controller('w-unsaved')];
  return !saving
    || !saving.activeValue  // paused: it will not save any more
    || (!saving.submitPromise && unsaved.initialFormData === unsaved.formData);
}"""


class Editor:
    """A person who has signed in. ``page`` is Playwright's, for everything else."""

    def __init__(self, visit, name, password):
        self.visit = visit
        self.page = visit.page
        visit.go(SIGN_IN)
        self.fill("username", name)
        self.fill("password", password)
        with self._leaving():
            self.page.keyboard.press("Enter")

    def language(self):
        """In which language the admin speaks."""
        return self.page.locator("html").get_attribute("lang")

    # --- Where to -----------------------------------------------------------

    def add_page(self, parent, model):
        """Begin a page, a model's name in small letters, below another one."""
        self.visit.go(f"/admin/pages/{parent}/add_subpage/")
        form = f"/add/pages/{model}/"
        if form not in self.page.url:  # where there is no choice, Wagtail asks nothing
            with self._leaving():
                self.page.click(f"main a[href*='{form}']")

    def edit_page(self, pk):
        self.visit.go(f"/admin/pages/{pk}/edit/")

    def add_snippet(self, model):
        self.visit.go(f"/admin/snippets/pages/{model}/add/")

    def edit_snippet(self, model, pk):
        self.visit.go(f"/admin/snippets/pages/{model}/edit/{pk}/")

    def press_delete(self):
        """Choose "delete" in the menu beside the title."""
        self.page.click("header .w-dropdown__toggle >> visible=true")
        with self._leaving():
            self.page.click("[data-tippy-root] a[href*='/delete/']")

    def page_number(self):
        """The number of the page that was just published."""
        link = self.page.locator(".messages a[href$='/edit/']").first
        return int(link.get_attribute("href").split("/")[-3])

    # --- Simple fields ------------------------------------------------------

    def field(self, name):
        """A field by its name, on whichever tab of the form it is."""
        found = self.page.locator(f"[name='{name}']")
        panel = self.page.locator("[role=tabpanel]", has=found)
        if panel.count() and not panel.is_visible():
            number = panel.get_attribute("id")
            self.page.click(f"[role=tab][aria-controls='{number}']")
        return found

    def fill(self, name, text):
        self.field(name).fill(text)

    def fill_all(self, **texts):
        for name, text in texts.items():
            self.fill(name, text)

    def fill_time(self, name, text):
        """Fill a date or time, and close the calendar that opens with it."""
        self.fill(name, text)
        self.field(name).press("Tab")

    def select(self, name, value):
        self.field(name).select_option(value)

    # --- Rich text ----------------------------------------------------------

    def write(self, name, *paragraphs):
        """Write paragraphs at the end of a rich text."""
        editor = f"[name='{name}'] + [data-draftail-editor-wrapper]"
        self.page.click(f"{editor} [contenteditable=true]")
        self.page.keyboard.press("Control+End")
        for number, paragraph in enumerate(paragraphs):
            if number:
                self.page.keyboard.press("Enter")
            self.page.keyboard.type(paragraph)

    def link_last_word(self, url):
        """Make a link of the word just written in a rich text."""
        self.page.keyboard.press("Control+Shift+ArrowLeft")
        self.page.keyboard.press("Control+k")
        self.page.click(".link-types a[href*='external-link']")
        self.page.fill("#id_external-link-chooser-url", url)
        self.page.click(".modal-body [type=submit]")
        self.page.wait_for_selector(".modal-body", state="detached")

    # --- Choosers -----------------------------------------------------------

    def choose(self, name, title):
        """Choose a snippet, a page or a document by its title."""
        self._open_chooser(name)
        self.page.locator("[data-chooser-modal-choice]", has_text=title).click()
        self._wait_until_chosen(name, title)

    def upload(self, name, title, filename, content):
        """Upload a PDF where a document is chosen."""
        kind = "application/pdf"
        file = {"name": filename, "mimeType": kind, "buffer": content}
        self._open_chooser(name)
        self.page.click("[role=tab][aria-controls=tab-upload]")
        form = self.page.locator("[data-chooser-modal-creation-form]")
        form.locator("[type=file]").set_input_files(file)
        # Wagtail writes the file's name there first, a moment later.
        expect(form.locator("[name$='-title']")).to_have_value(Path(filename).stem)
        form.locator("[name$='-title']").fill(title)
        form.locator("[type=submit]").click()
        self._wait_until_chosen(name, title)

    def _open_chooser(self, name):
        self.page.click(f"[id='{self._id(name)}-chooser'] .unchosen button")
        self.page.wait_for_selector(".modal-body")

    def _wait_until_chosen(self, name, title):
        self.page.wait_for_selector(
            f"[id='{self._id(name)}-chooser'] :text-is('{title}')"
        )
        self.page.wait_for_selector(".modal-body", state="detached")

    def _id(self, name):
        return self.field(name).get_attribute("id")

    # --- Rows and blocks ----------------------------------------------------

    def add_row(self, relation):
        """Add a row to an inline panel; return the beginning of its fields' names."""
        count = self.page.locator(f"#id_{relation}-TOTAL_FORMS").input_value()
        self.page.click(f"#id_{relation}-ADD")
        return f"{relation}-{count}"

    def offers(self, stream):
        """The labels in the menu of a stream, as a person reads them."""
        self._add_button(stream).click()
        menu = self.page.locator("[data-tippy-root] [role=option]")
        menu.first.wait_for()
        labels = [label.strip() for label in menu.all_inner_texts()]
        self._add_button(stream).click()
        menu.first.wait_for(state="detached")
        return labels

    def search_block(self, stream, text):
        """Look for a block in the menu of a stream, and choose none."""
        self._add_button(stream).click()
        search = self.page.locator("[data-tippy-root] input")
        search.press_sequentially(text)
        self.page.keyboard.press("Escape")
        search.wait_for(state="detached")

    def add_block(self, stream, block=None):
        """Add a block at the end; return the beginning of its fields' names.

        ``block`` is needed only where there is a choice.
        """
        count = self.page.locator(f"[name='{stream}-count']").input_value()
        self._add_button(stream).click()
        if block is not None:
            menu = self.page.locator("[data-tippy-root] [role=option]")
            menu.get_by_text(label_of(block), exact=True).click()
        self.page.wait_for_selector(f"[name='{stream}-{count}-type']", state="attached")
        return f"{stream}-{count}-value"

    def _add_button(self, stream):
        inside = f"[name='{stream}-count'] ~ [data-streamfield-stream-container]"
        return self.page.locator(f"{inside} > div > .c-sf-add-button").last

    def block(self, stream, position):
        """A block of a saved stream, with its buttons."""
        return self.page.locator(
            f"[data-streamfield-child]:has(> [name='{stream}-{position}-type'])"
        )

    # --- Saving -------------------------------------------------------------

    def save(self):
        """Save: of a page a draft, of anything else what everyone sees."""
        self._submit(self.page.locator(".footer .action-save"))

    def publish(self):
        """Press "publish", which may be refused."""
        self.page.click(".footer .w-dropdown__toggle")
        self._submit(self.page.locator(".footer [name=action-publish]"))

    def actions(self):
        """The names of what the form offers beside saving."""
        buttons = self.page.locator(".footer [name^='action-']")
        return [button.get_attribute("name") for button in buttons.all()]

    def submit(self):
        """Hand a page to those who may publish it."""
        self.page.click(".footer .w-dropdown__toggle")
        self._submit(self.page.locator(".footer [name=action-submit]"))

    def approve(self):
        """Publish what was submitted."""
        self.page.click(".footer .w-dropdown__toggle")
        approve = ".footer [data-workflow-action-name=approve]"
        self._submit(self.page.locator(approve).first)

    def messages(self):
        """What the admin says above the form, in sentences."""
        return self.page.locator(".messages li").all_inner_texts()

    def errors(self, name):
        """What is said at a field that was refused, in sentences."""
        said = ":is(.error-message, .help-critical)"
        place = f"[data-contentpath='{name}'] {said}"
        return self.page.locator(place).all_inner_texts()

    def _submit(self, button):
        self.page.wait_for_function(SETTLED)
        with self._leaving():
            button.click()

    @contextmanager
    def _leaving(self):
        with self.page.expect_navigation(wait_until="load"):
            yield


def label_of(block):
    with override("de"):
        return str(block.label)
