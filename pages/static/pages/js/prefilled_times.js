/* Proposes times while a programme is written: a new entry begins when the one before it
   ends. What somebody has typed is never touched, nor what was there before. */
(() => {
  const START = /^agenda-\d+-value-start$/;
  const CHILD = '[data-streamfield-child]';
  const known = new WeakSet();

  const inside = (child, part) =>
    [...child.querySelectorAll(`input[name$="-value-${part}"]`)].find((input) =>
      /^agenda-\d+-value-/.test(input.name),
    );
  const minutesIn = (input) => {
    const found = input?.value.match(/^\s*(\d{1,2}):(\d{2})/);
    return found ? 60 * found[1] + Number(found[2]) : null;
  };
  const isDeleted = (child) =>
    child.querySelector(':scope > input[name$="-deleted"]')?.value === '1';
  const isDay = (child) =>
    child.querySelector(':scope > input[name$="-type"]')?.value === 'day';

  function onClock(minutes) {
    const pad = (number) => String(number).padStart(2, '0');
    return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
  }

  /* The entries with a time before or after a child, the nearest first, of its day. */
  function timed(child, step) {
    const found = [];
    for (let other = child[step]; other; other = other[step]) {
      if (!other.matches(CHILD) || isDeleted(other)) continue;
      if (isDay(other)) return { found, day: other };
      const start = minutesIn(inside(other, 'start'));
      if (start !== null) found.push({ start, end: minutesIn(inside(other, 'end')) });
    }
    return { found, day: null };
  }

  function proposed(child) {
    const { found, day } = timed(child, 'previousElementSibling');
    const [last, former] = found;
    if (!last) return day ? null : clockOfWorkshop();
    if (last.end !== null) return last.end;
    // Without an end it lasts until the next one. Nothing is known of that here, but at
    // the end of a day: there the rhythm of the entries before goes on.
    const isLast = timed(child, 'nextElementSibling').found.length === 0;
    const next = former && isLast ? 2 * last.start - former.start : null;
    return next > last.start ? next : null;
  }

  function clockOfWorkshop() {
    const time = document.querySelector('[name="starts_at"]')?.value.match(/\d+:\d+$/);
    return time ? minutesIn({ value: time[0] }) : null;
  }

  function prefill(child) {
    if (known.has(child)) return; // It was only moved.
    known.add(child);
    const start = inside(child, 'start');
    if (!start || !START.test(start.name) || start.value) return;
    const minutes = proposed(child);
    if (minutes === null || minutes >= 24 * 60) return;
    start.value = onClock(minutes);
    start.dispatchEvent(new Event('input', { bubbles: true }));
    start.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function childrenIn(node) {
    if (node.nodeType !== Node.ELEMENT_NODE) return [];
    const below = [...node.querySelectorAll(CHILD)];
    return node.matches(CHILD) ? [node, ...below] : below;
  }

  function watch() {
    document.querySelectorAll(CHILD).forEach((child) => known.add(child));
    new MutationObserver((changes) => {
      changes.forEach((change) =>
        change.addedNodes.forEach((node) => childrenIn(node).forEach(prefill)),
      );
    }).observe(document.body, { childList: true, subtree: true });
  }

  /* A workshop is refused that ends when it starts: nobody publishes this unseen. */
  document.addEventListener('focusin', ({ target }) => {
    if (target.name !== 'ends_at' || target.value) return;
    const start = document.querySelector('[name="starts_at"]');
    if (!start?.value) return;
    target.value = start.value;
    target.select(); // Whoever goes on typing replaces it.
    target.dispatchEvent(new Event('change', { bubbles: true }));
  });

  if (document.readyState === 'complete') watch();
  else window.addEventListener('load', watch);
})();
