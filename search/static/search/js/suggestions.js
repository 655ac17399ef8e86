/* Suggestions below the search box: WAI-ARIA's combobox with a list. The focus stays in
   the box. */

(() => {
  const box = document.querySelector("input[data-suggestions]");
  const list = document.getElementById("suggestions");
  const status = document.getElementById("suggestions-status");

  const PAUSE = 150; // ms
  let found = [];
  let active = -1;
  let waiting;
  let asking;

  const set = (element, values) => {
    for (const name in values) element.setAttribute(name, values[name]);
  };

  const activate = (index) => {
    active = index;
    const options = [...list.children];
    options.forEach((option, n) => set(option, { "aria-selected": n === index }));
    set(box, { "aria-activedescendant": options[index]?.id ?? "" });
    options[index]?.scrollIntoView({ block: "nearest" });
  };

  const show = (suggestions, message = "") => {
    clearTimeout(waiting);
    asking?.abort();
    found = suggestions;
    list.replaceChildren(...found.map(optionFor));
    list.hidden = !found.length;
    set(box, { "aria-expanded": !list.hidden });
    status.textContent = message;
    activate(-1);
  };

  const optionFor = ({ title, kind }, n) => {
    const option = document.createElement("li");
    set(option, { id: `suggestion-${n}`, role: "option" });
    const label = document.createElement("span");
    label.textContent = kind;
    option.append(title, " ", label);
    return option;
  };

  const ask = async () => {
    const text = box.value.trim();
    asking?.abort();
    asking = new AbortController();
    if (text.length < 2) return show([]);
    const query = encodeURIComponent(text);
    try {
      const answer = await fetch(`${box.dataset.suggestions}?q=${query}`, asking);
      const said = await answer.json();
      show(said.suggestions, said.message);
    } catch (error) {
      if (error.name !== "AbortError") show([]);
    }
  };

  const go = (index) => location.assign(found[index].url);

  // false: the key keeps its own meaning.
  const KEYS = {
    ArrowDown: () => (found.length ? activate((active + 1) % found.length) : ask()),
    ArrowUp: () => !!found.length && activate((active < 1 ? found.length : active) - 1),
    Enter: () => active >= 0 && go(active),
    Escape: () => !!found.length && show([]),
  };

  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const act = KEYS[event.key];
    if (!act) activate(-1);
    else if (act() !== false) event.preventDefault();
  });
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
  box.addEventListener("blur", () => show([]));
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) =>
    go([...list.children].indexOf(target.closest("li"))),
  );

  set(box, {
    role: "combobox",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": false,
  });
})();
