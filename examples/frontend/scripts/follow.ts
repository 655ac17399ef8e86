/**
 * `npm run follow`: builds whenever the change feed says something new, for machines that
 * no webhook reaches.
 */
import { setTimeout } from "node:timers/promises";

import { createClient } from "@werkstatt/client";

import { build } from "../server/building.ts";
import { Rebuilds } from "../server/rebuilds.ts";
import { settingsOrExit } from "../server/settings.ts";

const A_MINUTE = 60_000;

const settings = settingsOrExit();
const client = createClient({ baseUrl: settings.contentUrl });
const rebuilds = new Rebuilds(() => build(settings), console.log);
let begin: { since?: string } = {};

for (;;) {
  try {
    for await (const { entries, cursor } of client.changes(begin)) {
      if (entries.length > 0) rebuilds.request();
      begin = { since: cursor };
    }
  } catch (error) {
    console.error("The change feed cannot be read; next trial in a minute.", error);
  }
  await setTimeout(A_MINUTE);
}
