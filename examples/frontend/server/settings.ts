/** What differs between two sites: environment variables. README.md explains them. */
import { fileURLToPath } from "node:url";
import { join, resolve } from "node:path";

export const PROJECT = fileURLToPath(new URL("..", import.meta.url));

export interface Settings {
  /** Where the content comes from. */
  contentUrl: string;
  /** Where the builds are. */
  siteDir: string;
  host: string;
  port: number;
  /** As the admin shows it; "" if there is no webhook. */
  webhookSecret: string;
  /** Who may show drafts in a frame. */
  editorsOrigin: string;
  /** Where pictures come from. */
  mediaOrigin: string;
}

export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const contentUrl = origin(
    "CONTENT_URL",
    environment["CONTENT_URL"] ?? "http://127.0.0.1:8000",
  );
  return {
    contentUrl,
    siteDir: resolve(environment["SITE_DIR"] ?? join(PROJECT, "site")),
    host: environment["HOST"] ?? "127.0.0.1",
    port: wholeNumber("PORT", environment["PORT"] ?? "4321"),
    webhookSecret: secret("WEBHOOK_SECRET", environment["WEBHOOK_SECRET"] ?? ""),
    editorsOrigin: origin(
      "EDITORS_ORIGIN",
      environment["EDITORS_ORIGIN"] ?? contentUrl,
    ),
    mediaOrigin: origin("MEDIA_ORIGIN", environment["MEDIA_ORIGIN"] ?? contentUrl),
  };
}

/** The same for a program that does nothing without them: a fault is told, and all. */
export function settingsOrExit(): Settings {
  try {
    return readSettings();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

function origin(name: string, value: string): string {
  if (!URL.canParse(value) || !/^https?:/.test(value)) {
    throw new Error(
      `${name}=${value} is no address. Example: ${name}=https://werkstatt.example`,
    );
  }
  return new URL(value).origin;
}

// The sentence does not show it: it may end up in a log.
function secret(name: string, value: string): string {
  if (value !== "" && !/^whsec_[A-Za-z0-9+/]+={0,2}$/.test(value))
    throw new Error(
      `${name} is no secret of a webhook: the admin shows one, with whsec_ in front.`,
    );
  return value;
}

function wholeNumber(name: string, value: string): number {
  if (!/^\d{1,5}$/.test(value))
    throw new Error(`${name}=${value} is no port. Example: ${name}=4321`);
  return Number(value);
}
