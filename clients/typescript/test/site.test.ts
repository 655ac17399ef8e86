import assert from "node:assert/strict";
import { test } from "node:test";
import { createClient, ProblemError, withETags } from "@werkstatt/client";
import { baseUrl, client } from "./site.ts";

const problemOf = (asked: Promise<unknown>): Promise<ProblemError> =>
  asked.then(
    () => assert.fail("There was no problem."),
    (error) => (error instanceof ProblemError ? error : assert.fail(error)),
  );

test("the site, its menus, people and files are read in a language", async () => {
  const [site, german, english] = await Promise.all([
    client.site({ language: "en" }),
    client.navigation(),
    client.navigation({ language: "en" }),
  ]);
  const contacts = await Array.fromAsync(client.contacts({ language: "en" }));
  const documents = await Array.fromAsync(client.documents());

  assert.deepEqual(
    site.languages.map(({ code }) => code),
    ["de", "en"],
  );
  assert.deepEqual([german.language, english.language], ["de", "en"]);
  assert.equal(new Set(contacts.map(({ language }) => language)).size, 1);
  assert.equal(new Set(documents.map(({ id }) => id)).size, documents.length);
});

test("a programme has the entries of its agenda", async () => {
  const [workshop] = await Array.fromAsync(
    client.pages({ type: ["workshop"], fields: ["agenda"], limit: 1 }),
  );
  assert(workshop);

  const { days } = await client.programme(workshop.id);

  const entries = days.flatMap((day) => day.sections.flatMap((part) => part.entries));
  const blocks = workshop.agenda.filter((block) => "starts_at" in block);
  assert.deepEqual(
    entries.map(({ id, starts_at }) => [id, starts_at]),
    blocks.map(({ id, starts_at }) => [id, starts_at]),
  );
});

test("a token for no draft is a problem, whatever is in it", async () => {
  const problems = await Promise.all(
    ["preview.x", "link.x", "../pages", "ä"].map((token) =>
      problemOf(client.draft(token)),
    ),
  );

  assert.deepEqual(
    problems.map(({ status }) => status),
    [404, 404, 404, 404],
  );
});

test("a search finds and counts", async () => {
  const found = await client.search({ q: "Werkstatt", limit: 1 });

  assert.equal(found.items.length, 1);
  assert.equal(found.total > 1, true);
});

test("a parameter that is wrong is named, in the language asked for", async () => {
  const pages = client.pages({ language: "de", ancestor: -1, starts_from: "tomorrow" });

  const problem = await problemOf(pages.next());

  assert.equal(problem.status, 400);
  assert.equal(problem.message, problem.detail);
  assert.deepEqual(problem.errors.map(({ parameter }) => parameter).sort(), [
    ...["ancestor", "starts_from"],
  ]);
  assert.equal(problem.parameter, problem.errors[0]?.parameter);
  assert.equal(problem.url.includes("/api/v1/pages?"), true);
});

test("a page that is not there is a problem", async () => {
  const problem = await problemOf(client.page(999_999_999));

  assert.deepEqual([problem.status, problem.errors], [404, []]);
});

test("an error that the API has not written is a problem as well", async () => {
  const fetch = async () =>
    new Response("<h1>Bad gateway</h1>", {
      status: 503,
      headers: { "Content-Type": "text/html", "Retry-After": "30" },
    });
  const behindProxy = createClient({ baseUrl, fetch });

  const problem = await problemOf(behindProxy.site());

  assert.deepEqual([problem.status, problem.retryAfter], [503, 30]);
});

test("no connection is an error of fetch", async () => {
  const nowhere = createClient({ baseUrl: "http://127.0.0.1:1" });

  await assert.rejects(nowhere.site(), TypeError);
});

test("a question can be given up", async () => {
  const signal = AbortSignal.abort();

  await assert.rejects(client.page(1, { signal }), { name: "AbortError" });
  await assert.rejects(client.pages({ signal }).next(), { name: "AbortError" });
});

test("what is still true is not sent again", async () => {
  const statuses: number[] = [];
  const fetch = withETags(async (request) => {
    const response = await globalThis.fetch(request);
    statuses.push(response.status);
    return response;
  });
  const thrifty = createClient({ baseUrl, fetch });

  const first = await thrifty.navigation();
  const second = await thrifty.navigation();

  assert.deepEqual(statuses, [200, 304]);
  assert.deepEqual(second, first);
});

test("what is still true is known, whatever a server says of nothing", async () => {
  const nothing = { ETag: '"1"', "Content-Length": "0" };
  const fetch = withETags(async (request) =>
    request.headers.has("If-None-Match")
      ? new Response(null, { status: 304, headers: nothing })
      : Response.json({ name: "Lindenau" }, { headers: { ETag: '"1"' } }),
  );
  const thrifty = createClient({ baseUrl, fetch });

  const first = await thrifty.site();
  const second = await thrifty.site();

  assert.deepEqual([first, second], [{ name: "Lindenau" }, { name: "Lindenau" }]);
});

test("an answer without content is an error", async () => {
  const fetch = async () => new Response(null, { headers: { "Content-Length": "0" } });
  const emptied = createClient({ baseUrl, fetch });

  await assert.rejects(emptied.site(), /without content/);
});

test("only what is read by GET is kept", async () => {
  const headers = { ETag: '"1"' };
  const kept = new Map();
  const fetch = withETags(async () => Response.json({}, { headers }), kept);

  await fetch(new Request(baseUrl, { method: "POST" }));
  const afterPost = kept.size;
  await fetch(new Request(baseUrl));

  assert.deepEqual([afterPost, kept.size], [0, 1]);
});

test("what may not be kept is not kept", async () => {
  const headers = { ETag: '"1"', "Cache-Control": "private, no-store" };
  const kept = new Map();
  const fetch = withETags(async () => Response.json({}, { headers }), kept);

  await createClient({ baseUrl, fetch }).site();

  assert.equal(kept.size, 0);
});

test("addresses of plugins are asked through the same client", async () => {
  const { data } = await client.api.GET("/api/v1/site");

  assert.equal(data?.source_language, "de");
});
