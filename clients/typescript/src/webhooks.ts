/** Messages from webhooks: whether they are from the site, and what they say. */

type EventType =
  | "page.published"
  | "page.unpublished"
  | "page.deleted"
  | "page.moved"
  | "page.changed"
  | "access.changed"
  | "snippet.changed"
  | "asset.changed"
  | "settings.changed"
  | "redirect.changed";

/** One event, as `docs/webhooks.md` explains it. */
export interface WebhookEvent {
  /** The same if the event comes a second time. */
  id: string;
  type: EventType;
  occurred_at: string;
  /** The place in the change feed right after this event. */
  cursor: string;
  object: { type: string; id: string; language: string | null; is_gone: boolean };
  /** With "page.moved": what addresses began with, and begin with now. */
  moved?: { from: string | null; to: string | null };
  pages: { id: number; before: string | null; after: string | null }[];
  addresses: { before: string | null; after: string | null }[];
  affected: { id: number; path: string }[];
}

/** A message that is not from the site, not whole or not new. Answer it with 401. */
export class WebhookError extends Error {
  override readonly name = "WebhookError";
}

export interface WebhookMessage {
  /** As the admin shows it, with `whsec_`. */
  secret: string;
  headers: Headers | Record<string, string | string[] | undefined>;
  /** The body as it was received, before anybody reads it as JSON. */
  body: string | Uint8Array;
  /** How far the two clocks may be apart, in seconds. */
  tolerance?: number;
}

/**
 * Return the event of a message; raises a WebhookError if it is not from the site, and
 * a TypeError if the secret is none.
 *
 * Follows Standard Webhooks (standardwebhooks.com): HMAC-SHA256 over number, time and
 * body.
 */
export async function verifyWebhook(message: WebhookMessage): Promise<WebhookEvent> {
  const { secret, headers, tolerance = 300 } = message;
  const [id, timestamp, signatures] = ["id", "timestamp", "signature"].map((name) =>
    headerOf(headers, `webhook-${name}`),
  );
  if (!id || !timestamp || !signatures) throw new WebhookError("It is not signed.");
  if (!isRecent(timestamp, tolerance)) {
    throw new WebhookError("It is too old, or one of the clocks is wrong.");
  }
  const body = bytesOf(message.body);
  const signed = joined(bytesOf(`${id}.${timestamp}.`), body);
  if (!(await isSigned(secret, signatures, signed))) {
    throw new WebhookError("Its signature is wrong.");
  }
  return JSON.parse(new TextDecoder().decode(body));
}

function headerOf(
  headers: WebhookMessage["headers"],
  name: string,
): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  // Node has names in small letters, some servers have them as they were sent.
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name);
  const value = found?.[1];
  return Array.isArray(value) ? value[0] : value;
}

function isRecent(timestamp: string, tolerance: number): boolean {
  const age = Date.now() / 1000 - Number(timestamp);
  return /^\d+$/.test(timestamp) && Math.abs(age) <= tolerance;
}

/** A secret that is being changed signs twice; one right signature is enough. */
async function isSigned(
  secret: string,
  signatures: string,
  signed: Uint8Array<ArrayBuffer>,
) {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const raw = fromBase64(secret.replace(/^whsec_/, ""));
  if (!raw?.length) throw new TypeError("The secret of the webhook is not in Base64.");
  const key = await crypto.subtle.importKey("raw", raw, algorithm, false, ["verify"]);
  for (const signature of signatures.split(" ")) {
    if (!signature.startsWith("v1,")) continue;
    const given = fromBase64(signature.slice(3));
    // It takes the same time wherever the first difference is.
    if (given && (await crypto.subtle.verify("HMAC", key, given, signed))) return true;
  }
  return false;
}

function fromBase64(text: string) {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

const bytesOf = (text: string | Uint8Array): Uint8Array =>
  typeof text === "string" ? new TextEncoder().encode(text) : text;

function joined(first: Uint8Array, second: Uint8Array) {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
