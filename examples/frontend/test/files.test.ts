import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { sendFile } from "../server/files.ts";
import { protect } from "../server/headers.ts";
import { readSettings, type Settings } from "../server/settings.ts";

const servers: Server[] = [];
let settings: Settings;
let site: string;

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address?.port}`;
}

/** The Werkstatt site: it knows one former address. */
const content: RequestListener = (request, response) => {
  const path = new URL(request.url ?? "", "http://a.example").searchParams.get("path");
  const moved = { url: "https://a.example/f\u00f6rderung/", path: "", page: null };
  const isMoved = path === "/alt/";
  response.writeHead(isMoved ? 200 : 404, { "Content-Type": "application/json" });
  const found = { kind: "redirect", is_permanent: true, ...moved };
  response.end(JSON.stringify(isMoved ? found : {}));
};

before(async () => {
  const siteDir = await mkdtemp(join(tmpdir(), "site-"));
  const pages = join(siteDir, "builds/1/pages/client");
  await mkdir(join(pages, "_astro"), { recursive: true });
  await writeFile(join(siteDir, "builds/1/content.json"), "{}");
  await writeFile(join(pages, "index.html"), "<h1>Start</h1>");
  await writeFile(join(pages, "404.html"), "<h1>Nichts</h1>");
  await writeFile(join(pages, "_astro/a.css"), "p {}");
  await symlink("builds/1", join(siteDir, "current"));
  settings = { ...readSettings({}), siteDir, contentUrl: await serve(content) };
  site = await serve((request, response) => {
    protect(response, settings);
    void sendFile(request, response, request.url ?? "", settings);
  });
});

after(async () => {
  for (const server of servers) server.close();
  await rm(settings.siteDir, { recursive: true });
});

async function asked(path: string) {
  const answer = await fetch(site + path, { redirect: "manual" });
  const age = answer.headers.get("Cache-Control");
  return [answer.status, age, await answer.text()];
}

test("pages are asked for each time, what is named after its content is kept", async () => {
  const year = "public, max-age=31536000, immutable";

  assert.deepEqual(await asked("/"), [200, "no-cache", "<h1>Start</h1>"]);
  assert.deepEqual(await asked("/_astro/a.css"), [200, year, "p {}"]);
});

test("that there is nothing is kept by nobody", async () => {
  const nothing = [404, "no-cache", "<h1>Nichts</h1>"];

  assert.deepEqual(await asked("/nichts/"), nothing);
  assert.deepEqual(await asked("/_astro/b.css"), nothing);
});

test("a former address leads on, also to one with umlauts", async () => {
  const answer = await fetch(`${site}/alt/`, { redirect: "manual" });

  assert.equal(answer.status, 301);
  assert.equal(answer.headers.get("Location"), "https://a.example/f%C3%B6rderung/");
});

test("nothing beside the pages is given out", async () => {
  const [status] = await asked("/..%2f..%2fcontent.json");

  assert.equal(status, 403);
});
