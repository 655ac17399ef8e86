/* Says with each save which text was there before, tells why something was not saved,
   leads to the text that the address names ("#text-12"), and puts words of the person's
   language where the editor has English ones only.

   wagtail-localize's editor fetches by itself and shows "server error" only. */
(() => {
  const editor = document.querySelector('.js-translation-editor');
  if (!editor) return;
  const props = JSON.parse(editor.dataset.props);
  const read = (id) => document.getElementById(id);
  const versions = JSON.parse(read('translation-versions').textContent);
  const send = window.fetch.bind(window);
  const underWay = {};

  const pathOf = (input) => new URL(input.url ?? input, window.location).pathname;
  const ownText = (options) => options.body?.get?.('value') ?? null;

  function withVersion(path, options) {
    const headers = new Headers(options.headers);
    headers.set('X-Seen-Text', versions[path]);
    return { ...options, headers };
  }

  async function save(path, options) {
    let response;
    try {
      response = await send(path, withVersion(path, options));
    } catch (error) {
      tell(path, options, { detail: read('translation-unreachable').content.textContent });
      throw error;
    }
    const answer = await response.clone().json().catch(() => null);
    if (answer === null && (response.redirected || response.status === 403)) {
      tell(path, options, { detail: read('translation-signed-out').content.textContent });
    } else if (response.ok) {
      versions[path] = answer.version;
      answer.warnings.forEach((detail) => tell(path, {}, { detail }));
    } else {
      tell(path, options, answer ?? { detail: response.statusText });
    }
    return response;
  }

  window.fetch = (input, options = {}) => {
    const path = pathOf(input);
    if (!(path in versions) || !['PUT', 'DELETE'].includes(options.method)) {
      return send(input, options);
    }
    // One after the other: the second has to know the version that the first made.
    const before = underWay[path] ?? Promise.resolve();
    underWay[path] = before.catch(() => null).then(() => save(path, options));
    return underWay[path];
  };

  function tell(path, options, answer) {
    const found = read('translation-trouble-template').content.cloneNode(true);
    const box = found.firstElementChild;
    const part = (name) => box.querySelector(`.translation-trouble__${name}`);
    const mine = ownText(options);
    part('detail').textContent = answer.detail;
    if (answer.theirs) {
      part('theirs').hidden = false;
      part('theirs').querySelector('p').textContent = answer.theirs;
    }
    if (mine !== null) {
      part('mine').hidden = false;
      part('mine').querySelector('textarea').value = mine;
    }
    if (answer.version) {
      part('insist').hidden = false;
      part('insist').addEventListener('click', () => {
        versions[path] = answer.version;
        box.remove();
        window.fetch(path, options).then((response) => {
          if (response.ok) window.location.reload();
        });
      });
    }
    part('reload').hidden = !options.method;
    part('reload').addEventListener('click', () => window.location.reload());
    part('close').addEventListener('click', () => box.remove());
    read('translation-trouble').append(box);
  }

  // --- Leading to a text -----------------------------------------------------

  const isString = (segment) => segment.type === 'string';

  function placeOf(segment) {
    const same = props.segments
      .filter(isString)
      .filter((other) => other.source === segment.source);
    const places = [...editor.querySelectorAll('li')].filter(
      (item) => item.querySelector(':scope > p')?.textContent === segment.source,
    );
    return places[same.indexOf(segment)];
  }

  function lead() {
    const [, id] = window.location.hash.match(/^#text-(\d+)$/) ?? [];
    const segment = props.segments.find((s) => isString(s) && s.id === Number(id));
    const place = segment && placeOf(segment);
    if (!place) return;
    read(`tab-label-${segment.location.tab}`)?.click();
    place.classList.add('translation-place');
    place.scrollIntoView({ block: 'center' });
    place.querySelector('button:last-of-type')?.focus({ preventScroll: true });
  }

  // --- Words -----------------------------------------------------------------

  const word = (name) => read(`translation-${name}`).content.textContent;
  const english = new Map([
    ['More actions', word('more')],
    [
      `${props.sourceLocale.displayName} to ${props.locale.displayName} translation`,
      word('heading'),
    ],
  ]);

  function reword() {
    const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: text } = walker;
      if (english.has(text.data)) text.data = english.get(text.data);
    }
  }

  // Once the editor has drawn itself, and again for each tab that it draws later.
  new MutationObserver(reword).observe(editor, { childList: true, subtree: true });

  window.addEventListener('hashchange', lead);
  // The editor appears once the document is read.
  document.addEventListener('DOMContentLoaded', () => window.setTimeout(lead));
})();
