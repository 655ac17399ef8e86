/** The change feed. */

import type { ChangeEntry, Changes } from "./answers.js";
import type { Page } from "./pages.js";
import { ProblemError } from "./problem.js";

/** A part of the change feed. */
export interface ChangesPart {
  entries: ChangeEntry[];
  /** Keep it when the entries are dealt with, and begin with it the next time. */
  cursor: string;
  /**
   * The feed begins anew: there was no cursor, or it was too old. What you have of
   * before is to be forgotten.
   */
  isAnew: boolean;
}

/** Where `followChanges` keeps pages; every method may be asynchronous. */
export interface Copy {
  /** Keep a page, perhaps in place of an older state. */
  put(page: Page): unknown;
  /** Forget a page. It need not be there. */
  remove(id: number): unknown;
  /** Forget all pages. */
  clear(): unknown;
  /** Remember how far the copy has come. */
  keep(cursor: string): unknown;
}

/** What `followChanges` needs of a client. */
export interface ChangesReader {
  changes(options: { since?: string | undefined }): AsyncIterable<ChangesPart>;
  page(id: number): Promise<Page>;
}

/** Read the feed until there is nothing more right now; begin anew where it says so. */
export async function* partsOf(
  read: (since: string | undefined) => Promise<Changes>,
  since?: string,
): AsyncGenerator<ChangesPart, void, undefined> {
  let cursor = since || undefined;
  let isAnew = cursor === undefined;
  for (let hasMore = true; hasMore; ) {
    const part = await unlessGone(read(cursor));
    if (part) {
      yield { entries: part.entries, cursor: part.cursor, isAnew };
      cursor = part.cursor;
      hasMore = part.has_more;
    } else {
      cursor = undefined;
    }
    isAnew = part === undefined;
  }
}

/**
 * Bring a copy of all public pages up to date, and return the cursor for the next time.
 *
 * Without a cursor the copy is emptied and filled.
 */
export async function followChanges(
  client: ChangesReader,
  copy: Copy,
  since?: string,
): Promise<string> {
  let kept = since ?? "";
  for await (const { entries, cursor, isAnew } of client.changes({ since })) {
    if (isAnew) await copy.clear();
    for (const entry of entries) await bring(client, copy, entry);
    await copy.keep(cursor);
    kept = cursor;
  }
  return kept;
}

async function bring(client: ChangesReader, copy: Copy, entry: ChangeEntry) {
  if (entry.kind !== "page" && entry.kind !== "gone") return;
  const page =
    entry.kind === "page" ? await unlessGone(client.page(entry.id)) : undefined;
  await (page ? copy.put(page) : copy.remove(entry.id));
}

// 404: a page that has gone between the feed and the question. 410: a cursor too old.
async function unlessGone<Content>(
  asked: Promise<Content>,
): Promise<Content | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProblemError && [404, 410].includes(error.status))
      return undefined;
    throw error;
  }
}
