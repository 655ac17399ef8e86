/** The types of what is not public yet. */

import type { Paths } from "./answers.js";
import type { Complete } from "./pages.js";

type Answer =
  Paths["/api/v1/drafts/{token}"]["get"]["responses"]["200"]["content"]["application/json"];

type Whole<Item> = Item extends { type: "page"; page: infer Page }
  ? { type: "page"; page: Complete<Page> }
  : Item;

/** A page or an object: tell them apart by `type`, with a `default` for new ones. */
export type DraftItem = Whole<Answer["items"][number]>;

/** What a token stands for. Show it to nobody else, and keep nothing of it. */
export type Draft = Omit<Answer, "items"> & { items: DraftItem[] };
