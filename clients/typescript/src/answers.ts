/** What the API answers, named. Everything comes from the generated description. */

import type { paths } from "./schema.js";

/**
 * The description to take the types from. A site with plugins has more to say than the
 * core; generate its own description and put it in here, once, in your project:
 *
 *     declare module "@werkstatt/client" {
 *       interface Register {
 *         paths: import("./my-site.js").paths;
 *       }
 *     }
 */
// biome-ignore lint/suspicious/noEmptyInterface: it is there to be filled
export interface Register {}

/** The description in use. */
export type Paths = Register extends { paths: infer Own } ? Own : paths;

type Answer<Path extends keyof Paths> = Paths[Path] extends {
  get: { responses: { 200: { content: { "application/json": infer Content } } } };
}
  ? Content
  : never;

type Query<Path extends keyof Paths> = Paths[Path] extends {
  get: { parameters: { query?: infer Parameters } };
}
  ? NonNullable<Parameters>
  : never;

type ItemOf<List> = List extends { items: (infer Item)[] } ? Item : never;

export type PagesQuery = Query<"/api/v1/pages">;
export type ByPathQuery = Query<"/api/v1/pages/by-path">;
export type ContactsQuery = Query<"/api/v1/contacts">;
export type DocumentsQuery = Query<"/api/v1/documents">;
export type SearchQuery = Query<"/api/v1/search">;
export type ChangesQuery = Query<"/api/v1/changes">;
export type InLanguage = Query<"/api/v1/site">;

/** A page of which nothing is sure but which one it is: fields may have been left out. */
export type PartialPage = Answer<"/api/v1/pages/{page_id}">;
export type Found = Answer<"/api/v1/pages/by-path">;
export type Programme = Answer<"/api/v1/workshops/{page_id}/programme">;
export type Site = Answer<"/api/v1/site">;
export type Navigation = Answer<"/api/v1/navigation">;
export type SearchResults = Answer<"/api/v1/search">;
export type Hit = ItemOf<SearchResults>;
export type Contact = ItemOf<Answer<"/api/v1/contacts">>;
export type Document = ItemOf<Answer<"/api/v1/documents">>;
export type PartialDraft = Answer<"/api/v1/drafts/{token}">;
export type Changes = Answer<"/api/v1/changes">;
export type ChangeEntry = Changes["entries"][number];
