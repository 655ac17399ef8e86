import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type ChangesPart,
  type Copy,
  createClient,
  followChanges,
  type Page,
} from "@werkstatt/client";
import { client } from "./site.ts";

class Pages extends Map<number, Page> implements Copy {
  kept = "";
  put = (page: Page) => this.set(page.id, page);
  remove = (id: number) => this.delete(id);
  keep = (cursor: string) => {
    this.kept = cursor;
  };
}

const crawled = async () => {
  const german = await Array.fromAsync(client.pages({ language: "de" }));
  const english = await Array.fromAsync(client.pages({ language: "en" }));
  return [...german, ...english].map(({ id }) => id).sort();
};

test("an empty copy becomes the public content, and stays it", async () => {
  const copy = new Pages();

  const cursor = await followChanges(client, copy);

  assert.deepEqual([...copy.keys()].sort(), await crawled());
  const [id] = copy.keys();
  assert.deepEqual(id && copy.get(id), id && (await client.page(id)));
  assert.equal(copy.kept, cursor);
  copy.put = () => assert.fail("Nothing has changed.");
  assert.equal(await followChanges(client, copy, cursor), cursor);
});

test("a cursor of another database begins anew", async () => {
  const { value: part } = await client
    .changes({ since: "00000000.1.0", limit: 1 })
    .next();

  assert.deepEqual([part?.isAnew, part?.entries.length], [true, 1]);
});

/** A client of a site that says this, one answer for each question. */
function told(...answers: (object | number)[]) {
  const asked: string[] = [];
  const fetch = async (request: Request) => {
    asked.push(request.url.replace("https://example.org/api/v1", ""));
    const answer = answers.shift();
    return typeof answer === "number"
      ? new Response("", { status: answer })
      : Response.json(answer);
  };
  return { asked, client: createClient({ baseUrl: "https://example.org/", fetch }) };
}

test("a tombstone, and a page that has gone meanwhile, leave the copy", async () => {
  const entries = [
    { kind: "gone", id: 1 },
    {
      kind: "page",
      id: 2,
      type: "news",
      language: "de",
      path: "/",
      detail: "",
    },
    { kind: "object", type: "contact", id: "3", is_gone: false },
    { kind: "of-a-newer-version", id: 3 },
  ];
  const site = told({ entries, cursor: "a.2.0", has_more: false }, 404);
  const copy = new Pages([1, 2, 3].map((id) => [id, {} as Page]));

  const cursor = await followChanges(site.client, copy, "a.1.0");

  assert.deepEqual([[...copy.keys()], cursor], [[3], "a.2.0"]);
  assert.deepEqual(site.asked, ["/changes?since=a.1.0", "/pages/2"]);
});

test("parts come one after the other, and an old cursor begins anew once", async () => {
  const site = told(
    410,
    { entries: [], cursor: "b.1.0", has_more: true },
    { entries: [], cursor: "b.2.0", has_more: false },
  );

  const parts: ChangesPart[] = await Array.fromAsync(
    site.client.changes({ since: "a.1.0", limit: 7 }),
  );

  assert.deepEqual(parts, [
    { entries: [], cursor: "b.1.0", isAnew: true },
    { entries: [], cursor: "b.2.0", isAnew: false },
  ]);
  assert.deepEqual(site.asked, [
    "/changes?since=a.1.0&limit=7",
    "/changes?limit=7",
    "/changes?since=b.1.0&limit=7",
  ]);
});

test("a site without a change feed is an error, not a question without end", async () => {
  const site = told(404);

  await assert.rejects(followChanges(site.client, new Pages()), { status: 404 });
});
