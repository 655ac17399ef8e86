/* Lets a separate front end stay where it is in the preview beside a form.

   Wagtail loads the preview into a new frame at every change. The front end would begin
   anew each time, at its top. Here the page around it is told to take the new draft. */

(() => {
  const FRONT_END = "front-end-";
  const panelOf = (name) => document.querySelector(`[data-side-panel="${name}"]`);

  document.addEventListener("w-preview:load", (event) => {
    const select = event.target.querySelector("[data-w-preview-target~=mode]");
    const shown = event.target.querySelector("#w-preview-iframe");
    const preview = shown?.contentWindow?.draftPreview;
    if (preview && preview.mode === select?.value) {
      event.preventDefault();
      preview.refresh();
    }
  });

  /* The checks beside the form read the website's own page. */
  const choose = (select, mode) => {
    select.value = mode;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };

  document.addEventListener("DOMContentLoaded", () => {
    const [preview, checks] = [panelOf("preview"), panelOf("checks")];
    const select = preview?.querySelector("[data-w-preview-target~=mode]");
    if (!checks || !select) return;
    let left = "";
    checks.addEventListener("show", () => {
      if (!select.value.startsWith(FRONT_END)) return;
      left = select.value;
      const own = [...select.options].find(({ value }) => !value.startsWith(FRONT_END));
      choose(select, own.value);
    });
    preview.addEventListener("show", () => {
      if (left) choose(select, left);
      left = "";
    });
  });
})();
