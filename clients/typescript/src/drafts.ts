/** The types of what is not public yet. */

import type { PartialDraft } from "./answers.js";
import type { Complete } from "./pages.js";

type Whole<Item> = Item extends { type: "page"; page: infer Page }
  ? { type: "page"; page: Complete<Page> }
  : Item;

/** A page or an object: tell them apart by `type`, with a `default` for new ones. */
export type DraftItem = Whole<PartialDraft["items"][number]>;

/** What a token stands for. Show it to nobody else, and keep nothing of it. */
export type Draft = Omit<PartialDraft, "items"> & { items: DraftItem[] };
