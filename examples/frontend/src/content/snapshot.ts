/** The content as it was at one moment: what a build reads, and what its pages say. */
import { readFileSync, realpathSync } from "node:fs";

import type { Navigation, Page, Site } from "./model.ts";

export interface Snapshot {
  readonly readAt: string;
  readonly site: Site;
  readonly navigation: Readonly<Record<string, Navigation>>;
  /** The same in the words of each language: its name, what its logo shows, feeds. */
  readonly sites: Readonly<Record<string, Site>>;
  readonly pages: readonly Page[];
}

interface Loaded {
  file: string;
  snapshot: Snapshot;
}

let last: Loaded | undefined;

/**
 * Return the snapshot that `npm run read` or a build has written to CONTENT_FILE.
 *
 * The server's CONTENT_FILE leads through a symbolic link to that of the newest build.
 */
export function loadSnapshot(): Snapshot {
  const file = realpathSync(process.env["CONTENT_FILE"] ?? "content.json");
  const loaded = last?.file === file ? last : { file, snapshot: read(file) };
  last = loaded;
  return loaded.snapshot;
}

function read(file: string): Snapshot {
  return JSON.parse(readFileSync(file, "utf8")) as Snapshot;
}
