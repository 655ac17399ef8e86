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
import type { Draft } from "./drafts.js";
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
  /** Gives the question up. */
  signal?: AbortSignal | undefined;
}

type Fields = readonly FieldName[];
type Everything = readonly ["*"];
type Summary = readonly SummaryField[];

/** Which fields of a page to read; the type of the answer has only these. */
export interface FieldChoice<Asked extends Fields> extends Asking {
  fields?: Asked;
}

/** What is listed. `limit` is how many at most, however many parts that takes. */
export type Selection<Query> = Omit<Query, "cursor"> & Asking;

/** Which pages are listed; the type of the answer has only these fields and types. */
export type PageSelection<
  Asked extends Fields,
  Name extends TypeName,
> = FieldChoice<Asked> &
  Omit<Selection<PagesQuery>, "fields" | "type"> & { type?: readonly Name[] };

/** The page at an address, or where visitors are led from there. */
export type FoundAt<Field> =
  | Exclude<Found, { kind: "page" }>
  | { kind: "page"; page: Picked<PartialPage, Field> };

// What the API gives at a time; with pictures, texts or programmes it is less.
const MOST = 50;
const MOST_WITH_FIELDS = 20;

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
    question: FieldChoice<Asked> = {},
  ): Promise<Picked<PartialPage, Asked[number]>> {
    return this.#get("/api/v1/pages/{page_id}", question, { page_id: id });
  }

  /** What is at an address of the site, such as "/en/projects/". */
  pageByPath<const Asked extends Fields = Everything>(
    path: string,
    question: FieldChoice<Asked> & Omit<ByPathQuery, "path" | "fields"> = {},
  ): Promise<FoundAt<Asked[number]>> {
    return this.#get("/api/v1/pages/by-path", { ...question, path });
  }

  /** Pages, one after the other; in short unless `fields` asks for more. */
  pages<const Asked extends Fields = Summary, const Name extends TypeName = never>(
    selection: PageSelection<Asked, Name> = {},
  ): AsyncGenerator<Picked<OfType<Name>, Asked[number]>, void, undefined> {
    const most = selection.fields ? MOST_WITH_FIELDS : MOST;
    return this.#list("/api/v1/pages", selection, most);
  }

  /** The people and offices that public pages name. */
  contacts(selection: Selection<ContactsQuery> = {}) {
    return this.#list<Contact>("/api/v1/contacts", selection);
  }

  /** The files that public pages offer. */
  documents(selection: Selection<DocumentsQuery> = {}) {
    return this.#list<Document>("/api/v1/documents", selection);
  }

  /** The first part of what the site's search finds, with what narrows it. */
  search(question: SearchQuery & Asking): Promise<SearchResults> {
    return this.#get("/api/v1/search", question);
  }

  /** A workshop's programme as days, sections and entries with all times. */
  programme(id: number, question: Asking = {}): Promise<Programme> {
    return this.#get("/api/v1/workshops/{page_id}/programme", question, {
      page_id: id,
    });
  }

  /** What is not public yet, by the token of a preview or of a link; pages are whole. */
  draft(token: string, question: Asking = {}): Promise<Draft> {
    return this.#get("/api/v1/drafts/{token}", question, { token });
  }

  /** Name, logo, languages and colours. */
  site(question: InLanguage & Asking = {}): Promise<Site> {
    return this.#get("/api/v1/site", question);
  }

  /** The menus. */
  navigation(question: InLanguage & Asking = {}): Promise<Navigation> {
    return this.#get("/api/v1/navigation", question);
  }

  /** The change feed until now, part by part; from the beginning without `since`. */
  changes(question: ChangesQuery & Asking = {}) {
    const read = (since?: string) =>
      this.#get<Changes>("/api/v1/changes", { ...question, since });
    return partsOf(read, question.since);
  }

  #list<Item>(path: keyof Paths, selection: { limit?: number } & Asking, most = MOST) {
    const limit = Math.min(selection.limit ?? most, most);
    const read = (cursor?: string) =>
      this.#get<Part<Item>>(path, { ...selection, limit, cursor });
    return eachOf(read, selection.limit);
  }

  async #get<Content>(path: keyof Paths, question: object, ids = {}): Promise<Content> {
    const { signal, ...query }: Asking = question;
    const { data } = await this.#ask(path, { params: { path: ids, query }, signal });
    if (data === undefined)
      throw new TypeError(`${path} was answered without content.`);
    return data as Content;
  }

  // openapi-fetch knows the types by the path; here they are known by the method.
  get #ask() {
    return this.api.GET as (path: string, init: object) => Promise<{ data?: unknown }>;
  }
}

/** A client of the site at `baseUrl`. */
export function createClient(options: ClientOptions): Client {
  return new Client(options);
}
