/** Reads all that the site says, through the client. */
import type { Client } from "@werkstatt/client";

import type { Navigation, Page, Site } from "./model.ts";
import type { Snapshot } from "./snapshot.ts";

// The client's types name the languages of the platform's own description; a site may
// have others.
type Language = "de" | "en";

/** Return everything public, in the order of the site; raises an error of the client. */
export async function readSnapshot(client: Client): Promise<Snapshot> {
  const readAt = new Date().toISOString();
  const site = await client.site();
  const navigation: Record<string, Navigation> = {};
  const sites: Record<string, Site> = {};
  const pages: Page[] = [];
  for (const { code } of site.languages) {
    const language = code as Language;
    sites[code] = await client.site({ language });
    navigation[code] = await client.navigation({ language });
    for await (const page of client.pages({ language, fields: ["*"] }))
      pages.push(page);
  }
  return { readAt, site, navigation, sites, pages };
}
