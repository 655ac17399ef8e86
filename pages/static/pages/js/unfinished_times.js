/* Lets a person finish a time or a date of a workshop before the form saves itself.

   "1" is no time yet. Saved by itself at that moment the form would be refused, and would
   speak of mistakes in a row that is still being written. Saving waits until the value can
   be read or the person has left the field; then what is wrong is told. */
(() => {
  const FINISHED = [
    [
      /^(starts|ends)_at$/,
      /^\s*(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{2,4})\s+\d{1,2}:\d{2}(:\d{2})?\s*$/,
    ],
    [/^agenda-.*-(start|end)$/, /^\s*\d{1,2}[:.]\d{2}(:\d{2})?\s*$/],
    [/^agenda-.*-date$/, /^\s*(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{2,4})\s*$/],
  ];
  let held = null;

  function isUnfinished(field) {
    const [, finished] = FINISHED.find(([name]) => name.test(field?.name ?? '')) ?? [];
    return Boolean(finished && field.value && !finished.test(field.value));
  }

  document.addEventListener(
    'w-autosave:save',
    (event) => {
      if (!isUnfinished(document.activeElement)) return;
      event.preventDefault();
      event.stopPropagation(); // Nothing is being saved, so nothing is to say that it is.
      held = event;
    },
    true,
  );

  document.addEventListener('focusout', () => {
    if (!held) return;
    const { target: form, detail } = held;
    held = null;
    // The next element has the focus only after this event.
    window.setTimeout(() => {
      window.wagtail.app
        .getControllerForElementAndIdentifier(form, 'w-autosave')
        ?.save(detail.trigger);
    });
  });
})();
