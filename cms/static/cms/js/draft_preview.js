/* The page around a separate front end that shows a draft.

   A front end that says {type: "draft:shown"} when it has shown one is told of the next
   token with {type: "draft:changed", token}: it reads the draft again and stays where it
   is. One that says nothing is loaded again. */

(() => {
  const PATIENCE = 5000; // milliseconds
  const frame = document.getElementById("front-end");
  const { origin } = frame.dataset;
  let tells = false;
  let shown = () => {};

  addEventListener("message", ({ data, source, origin: sender }) => {
    if (source !== frame.contentWindow || sender !== origin) return;
    if (data?.type !== "draft:shown") return;
    tells = true;
    shown();
  });

  // Its reader may have followed a link to a page that listens no more.
  const tell = (token) =>
    new Promise((resolve, reject) => {
      const tooLate = setTimeout(reject, PATIENCE);
      shown = () => {
        clearTimeout(tooLate);
        resolve();
      };
      frame.contentWindow.postMessage({ type: "draft:changed", token }, origin);
    });

  const show = async (address, token) => {
    try {
      if (tells) return await tell(token);
    } catch {
      tells = false;
    }
    frame.src = address;
  };

  // What the form has sent is stored when this page is asked for.
  const refresh = async () => {
    const response = await fetch(location.href);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const next = page.getElementById("front-end");
    if (!response.ok || !next) {
      location.reload();
      return;
    }
    await show(next.getAttribute("src"), next.dataset.token);
  };

  // One after the other, so that an older answer never comes last.
  let waiting = Promise.resolve();
  window.draftPreview = {
    mode: frame.dataset.mode,
    refresh: () => {
      waiting = waiting.then(refresh).catch(() => location.reload());
    },
  };
})();
