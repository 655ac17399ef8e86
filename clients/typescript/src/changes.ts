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
  changes(question: { since?: string }): AsyncIterable<ChangesPart>;
  page(id: number): Promise<Page>;
}

/** Read the feed until there is nothing more right now; begin anew where it says so. */
export async function* partsOf(
  read: (since: string | undefined) => Promise<Changes>,
  since?: string,
): AsyncGenerator<ChangesPart, void, undefined> {
  let cursor = since || undefined;
  let isAnew = cursor === undefined;
  let hasMore = true;
  while (hasMore) {
    const asked = read(cursor);
    const part = await (cursor === undefined ? asked : unless(410, asked));
    if (part) yield { entries: part.entries, cursor: part.cursor, isAnew };
    isAnew = part === undefined;
    cursor = part?.cursor;
    hasMore = part?.has_more ?? true;
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
  for await (const { entries, cursor, isAnew } of client.changes({ since: kept })) {
    if (isAnew) await copy.clear();
    for (const entry of entries) await bring(client, copy, entry);
    await copy.keep(cursor);
    kept = cursor;
  }
  return kept;
}

async function bring(client: ChangesReader, copy: Copy, entry: ChangeEntry) {
  if (entry.kind !== "page" && entry.kind !== "gone") return;
  // 404: it has gone between the feed and the question.
  const page = entry.kind === "page" && (await unless(404, client.page(entry.id)));
  await (page ? copy.put(page) : copy.remove(entry.id));
}

async function unless<Content>(
  status: number,
  asked: Promise<Content>,
): Promise<Content | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProblemError && error.status === status) return undefined;
    throw error;
  }
}
