/** What the site tells when something was published. */
import type { IncomingMessage, ServerResponse } from "node:http";

import { verifyWebhook, WebhookError } from "@werkstatt/client";

import type { Rebuilds } from "./rebuilds.ts";

const MOST_BYTES = 1_000_000;

/** Answer at once, and build afterwards: 202, or 401 for what is not from the site. */
export async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  secret: string,
  rebuilds: Rebuilds,
): Promise<void> {
  if (request.method !== "POST") return end(response.setHeader("Allow", "POST"), 405);
  if (secret === "") return end(response, 404);
  const body = await read(request);
  if (body === undefined) return end(response, 413);
  try {
    await verifyWebhook({ secret, headers: request.headers, body });
  } catch (error) {
    if (error instanceof WebhookError) return end(response, 401, error.message);
    throw error;
  }
  rebuilds.request();
  end(response, 202);
}

async function read(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function end(response: ServerResponse, status: number, text = ""): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(text);
}
