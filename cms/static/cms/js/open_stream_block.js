/* The form of an open stream: it knows unavailable blocks but offers none of them. */
(() => {
  const { StreamBlockDefinition } = window.wagtailStreamField.blocks;

  class OpenStreamBlockDefinition extends StreamBlockDefinition {
    constructor(name, groupedChildBlockDefs, initialChildStates, meta) {
      super(name, groupedChildBlockDefs, initialChildStates, meta);
      // All definitions are registered by now; the rest of the list is the menu.
      this.groupedChildBlockDefs = groupedChildBlockDefs
        .map(([group, defs]) => [
          group,
          defs.filter((def) => def.name !== 'unavailable'),
        ])
        .filter(([, defs]) => defs.length > 0);
    }
  }

  window.telepath.register('werkstatt.OpenStreamBlock', OpenStreamBlockDefinition);
})();
