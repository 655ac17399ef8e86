import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { PageType, SummaryField } from "@werkstatt/client";
import { client } from "./site.ts";

interface Schema {
  properties: Record<string, { const?: string }>;
  required: string[];
}

const description = JSON.parse(
  readFileSync(new URL("../../../docs/openapi.json", import.meta.url), "utf8"),
);
const schemas = Object.values<Schema>(description.components.schemas);
// Blocks have types as well; only pages have a path.
const schemaOf = (type: PageType): Schema | undefined =>
  schemas.find(
    ({ properties = {} }) => properties.path && properties.type?.const === type,
  );

// A record: the compiler asks for every field of the type, and for no other.
const SUMMARY: Record<SummaryField, true> = {
  lead: true,
  published_on: true,
  updated_on: true,
  parent: true,
  project: true,
  translations: true,
  acronym: true,
  subtitle: true,
  starts_on: true,
  ends_on: true,
  starts_at: true,
  ends_at: true,
  time_zone: true,
  status: true,
  status_note: true,
  attendance: true,
  number: true,
  series: true,
  venue: true,
  image: true,
  about: true,
};

test("a whole page has every field that its type promises", async () => {
  const seen = new Set<PageType>();

  for await (const page of client.pages({ fields: ["*"] })) {
    const promised = Object.keys(schemaOf(page.type)?.properties ?? {});
    assert.deepEqual(Object.keys(page).sort(), promised.sort());
    if (!seen.has(page.type)) assert.deepEqual(await client.page(page.id), page);
    seen.add(page.type);
  }

  assert.equal(seen.size, 8);
});

test("a page in a list has the fields of a summary and no other", async () => {
  for await (const page of client.pages()) {
    const schema = schemaOf(page.type);
    const fields = Object.keys(schema?.properties ?? {}).filter(
      (name) => name in SUMMARY || schema?.required.includes(name),
    );
    assert.deepEqual(Object.keys(page).sort(), fields.sort());
  }
});

test("chosen fields are there, and nothing else", async () => {
  const [first] = await Array.fromAsync(
    client.pages({ type: ["workshop"], fields: ["lead", "agenda"], limit: 1 }),
  );

  assert.deepEqual(Object.keys(first ?? {}).sort(), [
    ...["agenda", "id", "key", "language", "lead", "path", "title", "type", "url"],
  ]);
});

test("a list goes on to its end", async () => {
  const all = await Array.fromAsync(client.pages());

  const inParts = await Array.fromAsync(client.pages({ fields: ["seo_title"] }));

  assert.equal(all.length > 20, true); // what the API gives at a time
  assert.deepEqual(
    inParts.map((page) => page.id),
    all.map((page) => page.id),
  );
});

test("a list ends where it is told to", async () => {
  const all = await Array.fromAsync(client.pages({ order: "title" }));

  for (const limit of [0, 1, 3, 21, 1000]) {
    const some = await Array.fromAsync(
      client.pages({ order: "title", fields: ["lead"], limit }),
    );
    assert.deepEqual(
      some.map((page) => page.id),
      all.slice(0, limit).map((page) => page.id),
    );
  }
});

test("a page is found at its address", async () => {
  for await (const { id, path, url } of client.pages({ language: "en" })) {
    const found = await client.pageByPath(path, { fields: ["url"] });
    assert.deepEqual(found.kind === "page" && [found.page.id, found.page.url], [
      id,
      url,
    ]);
  }
});

test("an address without a translation leads to the original", async () => {
  const originals = await Array.fromAsync(client.pages());
  const original = originals.find((page) => page.translations.length === 0);
  assert(original);

  const found = await client.pageByPath(`/en${original.path}`);

  assert.equal(found.kind === "redirect" && found.page?.id, original.id);
});
