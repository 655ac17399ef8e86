/** The pages of the newest build. */
import { createReadStream } from "node:fs";
import { realpath } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

import { createClient } from "@werkstatt/client";
import send from "send";

import { CURRENT } from "./building.ts";
import { ASK_EACH_TIME } from "./headers.ts";
import type { Settings } from "./settings.ts";

const A_YEAR = "public, max-age=31536000, immutable";

/** Answer with the file at a path, or as `lead` does if there is none. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  settings: Settings,
): Promise<void> {
  // One build for the whole answer, even if the next one takes its place meanwhile.
  const root = join(await realpath(join(settings.siteDir, CURRENT)), "pages/client");
  const fault = await new Promise<number | undefined>((done) => {
    response.once("close", () => done(undefined));
    send(request, path, { root, cacheControl: false })
      .on("headers", () => response.setHeader("Cache-Control", ageOf(path)))
      .on("error", ({ status = 500 }: { status?: number }) => done(status))
      .pipe(response);
  });
  if (fault === undefined) return;
  response.setHeader("Cache-Control", ASK_EACH_TIME);
  if (fault === 404) await lead(path, response, settings, join(root, "404.html"));
  else response.writeHead(fault).end();
}

// What Astro names after its content may be kept.
function ageOf(path: string): string {
  return path.startsWith("/_astro/") ? A_YEAR : ASK_EACH_TIME;
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
    const { href, pathname } = new URL(found.url); // without umlauts, as headers want it
    const status = found.is_permanent ? 301 : 302;
    response.writeHead(status, { Location: found.page ? pathname : href }).end();
  } else {
    response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" });
    await pipeline(createReadStream(notFound), response);
  }
}
