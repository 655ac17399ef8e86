/* Closes two gaps in how Wagtail 7.4 notices what is not saved yet.

   What is typed in the first two seconds counts as what was there before: nothing saves
   it, and nobody is warned. What is typed into a search inside the form, such as that of
   the menu of blocks, is no change: only fields with a name and rich text are. And a form that comes back with errors stops watching after
   it has been saved once. Values are set where Wagtail's controller looks for them. */

(() => {
  const FORM = '[data-controller~="w-unsaved"]';
  const watched = new WeakSet();
  const early = new WeakSet();

  const isSaved = (target) => Boolean(target.name) || target.isContentEditable;

  document.addEventListener(
    "input",
    ({ target, isTrusted }) => {
      const form = target.closest(FORM);
      if (form && isTrusted && isSaved(target) && !watched.has(form)) {
        early.add(form);
      }
    },
    true,
  );

  document.addEventListener("w-unsaved:watch-edits", ({ target }) => {
    if (early.delete(target) && !watched.has(target)) {
      target.dataset.wUnsavedForceValue = "true";
    }
    watched.add(target);
  });

  // Another interval, if only by a millisecond, makes the controller watch again.
  document.addEventListener("w-autosave:success", ({ target }) => {
    const form = target.closest(FORM);
    if (form && form.dataset.wUnsavedCheckIntervalValue !== "501") {
      form.dataset.wUnsavedCheckIntervalValue = "501";
    }
  });
})();
