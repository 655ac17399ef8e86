/** The pages of the newest build. */
import { createReadStream } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";

import { createClient } from "@werkstatt/client";
import send from "send";

import { CURRENT } from "./building.ts";
import type { Settings } from "./settings.ts";

const A_YEAR = "public, max-age=31536000, immutable";

export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  settings: Settings,
): void {
  const root = join(settings.siteDir, CURRENT, "pages/client");
  // What Astro names after its content may be kept; of pages browsers ask whether they
  // have changed.
  const age = path.startsWith("/_astro/") ? A_YEAR : "no-cache";
  response.setHeader("Cache-Control", age);
  send(request, path, { root, cacheControl: false })
    .on("error", (error: { status?: number }) => {
      if (error.status !== 404)
        return void response.writeHead(error.status ?? 500).end();
      void lead(path, response, settings, join(root, "404.html"));
    })
    .pipe(response);
}

// A page that has moved, or that is not translated: the site knows where it is.
async function lead(
  path: string,
  response: ServerResponse,
  { contentUrl }: Settings,
  notFound: string,
): Promise<void> {
  const asking = { signal: AbortSignal.timeout(3000), fields: ["path"] } as const;
  const found = await createClient({ baseUrl: contentUrl })
    .pageByPath(path, asking)
    .catch(() => undefined);
  if (found?.kind === "redirect") {
    const status = found.is_permanent ? 301 : 302;
    response.writeHead(status, { Location: found.page ? found.path : found.url }).end();
  } else {
    response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
    createReadStream(notFound).pipe(response);
  }
}
