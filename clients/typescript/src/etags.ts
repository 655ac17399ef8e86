/** Answers that are still true need not be sent again. */

import type { Fetch } from "./client.js";

interface Kept {
  tag: string;
  type: string;
  text: string;
}

/** What answers are kept in: a `Map`, or something that forgets the oldest. */
export interface AnswerStore {
  get(url: string): Kept | undefined;
  set(url: string, answer: Kept): unknown;
}

/**
 * Ask only whether what is known is still true (ETag, RFC 9110 §8.8.3).
 *
 * Browsers do that by themselves; this is for Node and other servers. What is not read
 * by GET, as a plugin may have it, goes through as it is.
 */
export function withETags(
  fetch: Fetch = (request) => globalThis.fetch(request),
  store: AnswerStore = new Map<string, Kept>(),
): Fetch {
  return async (request) => {
    if (request.method !== "GET") return fetch(request);
    const known = store.get(request.url);
    if (known) request.headers.set("If-None-Match", known.tag);
    const response = await fetch(request);
    if (response.status === 304 && known) return again(known, response);
    const tag = response.headers.get("ETag");
    if (response.ok && tag && mayBeKept(response)) {
      const type = response.headers.get("Content-Type") ?? "application/json";
      store.set(request.url, { tag, type, text: await response.clone().text() });
    }
    return response;
  };
}

// Drafts may not be.
function mayBeKept({ headers }: Response): boolean {
  return !headers.get("Cache-Control")?.includes("no-store");
}

function again(known: Kept, { headers }: Response): Response {
  const answer = new Response(known.text, { headers });
  answer.headers.set("Content-Type", known.type);
  // These are of the empty "not modified", where a server says them (RFC 9110 §15.4.5).
  for (const name of ["Content-Length", "Content-Encoding"])
    answer.headers.delete(name);
  return answer;
}
