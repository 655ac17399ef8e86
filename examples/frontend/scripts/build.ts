/** `npm run build`: one build, put in its place for a server that may be running. */
import { build } from "../server/building.ts";
import { readSettings } from "../server/settings.ts";

try {
  const settings = readSettings();
  await build(settings);
  console.log(`The pages are in ${settings.siteDir}/current/pages/client.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
