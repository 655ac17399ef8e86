/** The client: one method for each address of the API. */

import createFetchClient, { type Client as FetchClient } from "openapi-fetch";
import type {
  ByPathQuery,
  Changes,
  ChangesQuery,
  Contact,
  ContactsQuery,
  Document,
  DocumentsQuery,
  Found,
  InLanguage,
  Navigation,
  PagesQuery,
  PartialPage,
  Paths,
  Programme,
  SearchQuery,
  SearchResults,
  Site,
} from "./answers.js";
import { partsOf } from "./changes.js";
import { eachOf, type Part } from "./lists.js";
import type { FieldName, OfType, Picked, SummaryField, TypeName } from "./pages.js";
import { problemOf } from "./problem.js";

export type Fetch = (request: Request) => Promise<Response>;

export interface ClientOptions {
  /** Where the site is, such as "https://example.org". */
  baseUrl: string;
  /** What asks, if not the global `fetch`; see `withETags`. */
  fetch?: Fetch;
}

/** What every question may have beside its parameters. */
export interface Asking {
  signal?: AbortSignal | undefined;
}

type Fields = readonly FieldName[];
type Everything = readonly ["*"];
type Summary = readonly SummaryField[];

// With pictures, texts or programmes the API gives at most 20 pages at a time.
const MOST = 50;
const MOST_WITH_FIELDS = 20;

/** What is asked for; `limit` is how many at most, however many parts that takes. */
type Selection<Question> = Omit<Question, "cursor">;

/** A selection of pages: their fields and types say what the type of the answer is. */
export type PageSelection<Asked extends Fields, Name extends TypeName> = Omit<
  PagesQuery,
  "cursor" | "fields" | "type"
> & { fields?: Asked; type?: readonly Name[] };

/** The page at an address, or where visitors are led from there. */
export type FoundAt<Field> =
  | Exclude<Found, { kind: "page" }>
  | { kind: "page"; page: Picked<PartialPage, Field> };

export class Client {
  /** Every address, those of plugins included, as openapi-fetch asks them. */
  readonly api: FetchClient<Paths>;

  constructor({ baseUrl, fetch }: ClientOptions) {
    this.api = createFetchClient<Paths>({
      baseUrl,
      ...(fetch && { fetch }),
      querySerializer: { array: { style: "form", explode: false } },
    });
    this.api.use({
      async onResponse({ response }) {
        if (!response.ok && response.status !== 304) throw await problemOf(response);
      },
    });
  }

  /** A page: the whole of it, or the fields asked for. */
  page<const Asked extends Fields = Everything>(
    id: number,
    { signal, ...query }: { fields?: Asked } & Asking = {},
  ): Promise<Picked<PartialPage, Asked[number]>> {
    return this.#get("/api/v1/pages/{page_id}", query, signal, { page_id: id });
  }

  /** What is at an address of the site, such as "/en/projects/". */
  pageByPath<const Asked extends Fields = Everything>(
    path: string,
    {
      signal,
      ...query
    }: Omit<ByPathQuery, "path" | "fields"> & { fields?: Asked } & Asking = {},
  ): Promise<FoundAt<Asked[number]>> {
    return this.#get("/api/v1/pages/by-path", { ...query, path }, signal);
  }

  /** Pages, one after the other; in short unless `fields` asks for more. */
  pages<const Asked extends Fields = Summary, const Name extends TypeName = never>(
    query: PageSelection<Asked, Name> = {},
    asking: Asking = {},
  ): AsyncGenerator<Picked<OfType<Name>, Asked[number]>, void, undefined> {
    const most = query.fields ? MOST_WITH_FIELDS : MOST;
    return this.#list("/api/v1/pages", query, asking, most);
  }

  /** The people and offices that public pages name. */
  contacts(query: Selection<ContactsQuery> = {}, asking: Asking = {}) {
    return this.#list<Contact>("/api/v1/contacts", query, asking);
  }

  /** The files that public pages offer. */
  documents(query: Selection<DocumentsQuery> = {}, asking: Asking = {}) {
    return this.#list<Document>("/api/v1/documents", query, asking);
  }

  /** The first part of what the site's search finds, with what narrows it. */
  search({ signal, ...query }: SearchQuery & Asking): Promise<SearchResults> {
    return this.#get("/api/v1/search", query, signal);
  }

  /** A workshop's programme as days, sections and entries with all times. */
  programme(id: number, { signal }: Asking = {}): Promise<Programme> {
    return this.#get("/api/v1/workshops/{page_id}/programme", {}, signal, {
      page_id: id,
    });
  }

  site({ signal, ...query }: InLanguage & Asking = {}): Promise<Site> {
    return this.#get("/api/v1/site", query, signal);
  }

  /** The menus. */
  navigation({ signal, ...query }: InLanguage & Asking = {}): Promise<Navigation> {
    return this.#get("/api/v1/navigation", query, signal);
  }

  /** The change feed until now, part by part; from the beginning without `since`. */
  changes({ since, signal, ...query }: ChangesQuery & Asking = {}) {
    const read = (cursor?: string) =>
      this.#get<Changes>("/api/v1/changes", { ...query, since: cursor }, signal);
    return partsOf(read, since);
  }

  #list<Item>(
    path: keyof Paths,
    query: { limit?: number },
    asking: Asking,
    most = MOST,
  ) {
    const limit = Math.min(query.limit ?? most, most);
    const read = (cursor?: string) =>
      this.#get<Part<Item>>(path, { ...query, limit, cursor }, asking.signal);
    return eachOf(read, query.limit);
  }

  // The types of the methods above say what openapi-fetch's would; it cannot follow them.
  async #get<Content>(
    path: keyof Paths,
    query: object,
    signal?: AbortSignal,
    ids = {},
  ) {
    const ask = this.api.GET as unknown as (
      path: string,
      init: object,
    ) => Promise<{ data: Content }>;
    const { data } = await ask(path, { params: { path: ids, query }, signal });
    return data;
  }
}

/** A client of the site at `baseUrl`. */
export function createClient(options: ClientOptions): Client {
  return new Client(options);
}
