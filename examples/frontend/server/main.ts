/**
 * Serves the site, renders drafts, and builds anew when the content has changed.
 *
 *     CONTENT_URL=https://werkstatt.example WEBHOOK_SECRET=whsec_… npm start
 */
import { existsSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { build, CURRENT } from "./building.ts";
import { sendFile } from "./files.ts";
import { hide, protect } from "./headers.ts";
import { receive } from "./hooks.ts";
import { Rebuilds } from "./rebuilds.ts";
import { settingsOrExit } from "./settings.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const settings = settingsOrExit();
const current = join(settings.siteDir, CURRENT);
const rebuilds = new Rebuilds(() => build(settings), log);

async function start(): Promise<void> {
  if (!existsSync(current)) await build(settings);
  process.env["CONTENT_FILE"] = join(current, "content.json");
  const renderDraft = await loadRenderer();
  const server = createServer((request, response) => {
    answer(request, response, renderDraft).catch((error: unknown) =>
      fail(response, error),
    );
  });
  server.once("error", giveUp);
  server.listen(settings.port, settings.host, () => {
    const address = server.address();
    const port = typeof address === "object" ? address?.port : settings.port;
    log(`http://${settings.host}:${port}/`);
  });
}

// A copy: builds come and go, this process stays, and its code does not change with them.
async function loadRenderer(): Promise<Handler> {
  const copy = join(settings.siteDir, "renderer/server"); // Astro asks for the name
  await rm(copy, { recursive: true, force: true });
  await cp(join(current, "pages/server"), copy, { recursive: true });
  const { handler } = (await import(pathToFileURL(join(copy, "entry.mjs")).href)) as {
    handler: Handler;
  };
  return handler;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  renderDraft: Handler,
): Promise<void> {
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  if (path === "/hooks/content") {
    await receive(request, response, settings.webhookSecret, rebuilds);
  } else if (path === "/preview/") {
    hide(response, settings);
    await renderDraft(request, response);
  } else if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD" }).end();
  } else {
    protect(response, settings);
    await sendFile(request, response, path, settings);
  }
}

function fail(response: ServerResponse, error: unknown): void {
  console.error(error);
  // Who has half of an answer must not take it for the whole.
  if (response.headersSent) response.destroy();
  else response.writeHead(500).end();
}

function log(sentence: string): void {
  console.log(`${new Date().toISOString()} ${sentence}`);
}

// Ends in order, so that a build that is under way ends with it.
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => process.exit());

function giveUp(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

start().catch(giveUp);
