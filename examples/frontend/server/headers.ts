/** What browsers may do with the pages of this site. */
import type { ServerResponse } from "node:http";

import type { Settings } from "./settings.ts";

/** Browsers and caches keep it, and ask whether it is still true. */
export const ASK_EACH_TIME = "no-cache";

export function protect(
  response: ServerResponse,
  settings: Settings,
  framedBy = "'none'",
): void {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    `img-src 'self' ${settings.mediaOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${framedBy}`,
  ];
  response.setHeader("Content-Security-Policy", policy.join("; "));
  response.setHeader("Cache-Control", ASK_EACH_TIME);
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
}

/** The address of a draft is a key to it: nobody keeps it, or learns of it. */
export function hide(response: ServerResponse, settings: Settings): void {
  protect(response, settings, settings.editorsOrigin);
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Referrer-Policy", "no-referrer");
  response.setHeader("X-Robots-Tag", "noindex");
}
