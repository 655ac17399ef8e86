/** Writes `content.json`, which `astro dev` shows. */
import { writeFile } from "node:fs/promises";

import { readContent } from "../server/building.ts";
import { readSettings } from "../server/settings.ts";

try {
  await writeFile("content.json", JSON.stringify(await readContent(readSettings())));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
