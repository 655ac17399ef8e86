/** Builds the site beside the one that visitors see, and puts it in its place. */
import { spawn } from "node:child_process";
import {
  mkdir,
  readdir,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { basename, join } from "node:path";

import { createClient } from "@werkstatt/client";

import { readSnapshot } from "../src/content/reading.ts";
import type { Snapshot } from "../src/content/snapshot.ts";
import { PROJECT, type Settings } from "./settings.ts";

/** A build that was given up; the message is a sentence for whoever runs the site. */
export class BuildError extends Error {
  override readonly name = "BuildError";
}

/** The name under `siteDir` through which everybody reads the newest build. */
export const CURRENT = "current";

/**
 * Build everything anew. Raises a BuildError; what visitors see is then left as it was.
 */
export async function build(settings: Settings): Promise<void> {
  const name = `${Date.now()}-${process.pid}`;
  const folder = join(settings.siteDir, "builds", name);
  await mkdir(folder, { recursive: true });
  try {
    const file = join(folder, "content.json");
    await writeFile(file, JSON.stringify(await readContent(settings)));
    await runAstro(folder, file);
  } catch (error) {
    await rm(folder, { recursive: true });
    throw error;
  }
  await putInPlace(settings.siteDir, name);
}

/** Read all of the content. Raises a BuildError if there is none, or not all of it. */
export async function readContent({ contentUrl }: Settings): Promise<Snapshot> {
  const snapshot = await readSnapshot(createClient({ baseUrl: contentUrl })).catch(
    (error: unknown) => {
      throw new BuildError(
        `The content of ${contentUrl} cannot be read: ${reasonOf(error)}`,
      );
    },
  );
  if (snapshot.pages.length === 0)
    throw new BuildError(`${contentUrl} has no public page.`);
  return snapshot;
}

// What `fetch` says itself is "fetch failed"; its cause says why.
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message || String(cause) : String(cause);
}

async function runAstro(folder: string, contentFile: string): Promise<void> {
  const astro = join(PROJECT, "node_modules/astro/bin/astro.mjs");
  const environment = {
    ...process.env,
    CONTENT_FILE: contentFile,
    ASTRO_TELEMETRY_DISABLED: "1",
  };
  const running = spawn(
    process.execPath,
    [astro, "build", "--outDir", join(folder, "pages")],
    {
      cwd: PROJECT,
      env: environment,
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  const stop = () => running.kill();
  process.once("exit", stop);
  const code = await new Promise((done, fail) =>
    running.once("exit", done).once("error", fail),
  );
  process.off("exit", stop);
  if (code !== 0)
    throw new BuildError("Astro could not write the pages; the lines above say why.");
}

// A link is replaced in one step: nobody finds nothing, or half of something. A build
// of another process that began later has newer content, so it stays.
async function putInPlace(siteDir: string, name: string): Promise<void> {
  const [current, next] = [join(siteDir, CURRENT), join(siteDir, `next-${name}`)];
  const before = basename(await readlink(current).catch(() => ""));
  if (before < name) {
    await symlink(join("builds", name), next);
    await rename(next, current);
  }
  const kept = before < name ? [name, before] : [before];
  await removeAllBut(join(siteDir, "builds"), kept);
}

// The one before stays, for whoever is reading from it. Younger ones are being built.
// Another process may remove the same.
async function removeAllBut(folder: string, kept: readonly string[]): Promise<void> {
  const [newest = ""] = kept;
  const old = (await readdir(folder)).filter(
    (name) => name < newest && !kept.includes(name),
  );
  await Promise.all(
    old.map((name) => rm(join(folder, name), { recursive: true, force: true })),
  );
}
