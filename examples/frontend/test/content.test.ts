import assert from "node:assert/strict";
import { test } from "node:test";

import { Content } from "../src/content/content.ts";
import { clock, span, zoneOf } from "../src/content/dates.ts";
import { withOwnLinks } from "../src/content/html.ts";
import type { Page, Workshop } from "../src/content/model.ts";
import { wordsIn } from "../src/words/index.ts";

const page = (values: object) =>
  ({ type: "standard", key: "a", language: "de", ...values }) as Page;
const contentOf = (...pages: Page[]) =>
  new Content({
    readAt: "2031-03-06T12:00:00Z",
    site: { source_language: "de", languages: [] } as never,
    navigation: {},
    sites: {},
    pages,
  });

test("links to pages of this site lead to its own addresses", () => {
  const content = contentOf(page({ id: 7, path: "/projekt/" }));
  const html =
    '<p><a href="https://a.example/projekt/" data-page="7">Zum <b>Projekt</b></a></p>';

  assert.equal(
    withOwnLinks(html, content),
    '<p><a href="/projekt/" data-page="7">Zum <b>Projekt</b></a></p>',
  );
});

test("links to what is not here stay as they are", () => {
  const html =
    '<p><a href="https://a.example/x/" data-page="8">Fort</a> ' +
    '<a href="https://b.example/">Fremd</a> ' +
    '<a href="https://a.example/f.pdf" data-document="7">Datei</a></p>';

  assert.equal(withOwnLinks(html, contentOf(page({ id: 7, path: "/" }))), html);
});

test("a list has the German page where there is no other", () => {
  const content = contentOf(
    page({ id: 1, key: "a" }),
    page({ id: 2, key: "a", language: "en" }),
    page({ id: 3, key: "b" }),
  );

  const ids = (language: string) =>
    content.list("standard", language).map(({ id }) => id);

  assert.deepEqual(
    [ids("en"), ids("de")],
    [
      [2, 3],
      [1, 3],
    ],
  );
});

test("a draft takes the place of the public page", () => {
  const content = contentOf(
    page({ id: 1, title: "Vorher" }),
    page({ id: 2, title: "Andere" }),
  );

  const titles = content
    .withDrafts([page({ id: 1, title: "Entwurf" })])
    .pages.map(({ title }) => title);

  assert.deepEqual(titles, ["Andere", "Entwurf"]);
});

test("times are those of the place, in the words of the language", () => {
  const noon = "2031-07-01T12:05:00+02:00";

  assert.deepEqual(
    ["de", "en"].map((code) => clock(noon, wordsIn(code)).text),
    ["12:05", "12:05\u00a0pm"],
  );
});

test("a span says the day once if it is one day", () => {
  const [start, end] = ["2031-03-06T11:00:00+01:00", "2031-03-06T16:00:00+01:00"];

  const texts = span(start, end, wordsIn("de")).map(({ text }) => text);

  assert.deepEqual(texts, ["Donnerstag, 6. März 2031, 11:00", "16:00 Uhr"]);
});

test("a span over midnight says both days", () => {
  const [start, end] = ["2031-03-06T20:00:00+01:00", "2031-03-07T00:30:00+01:00"];

  const texts = span(start, end, wordsIn("en")).map(({ text }) => text);

  assert.deepEqual(texts, [
    "Thursday, 6 March 2031, 8:00\u00a0pm",
    "Friday, 7 March 2031, 12:30\u00a0am",
  ]);
});

test("the zone is named to those who may have to convert", () => {
  const berlin = { starts_at: "2031-07-01T12:00:00+02:00", time_zone: "Europe/Berlin" };
  const zone = (values: object) =>
    zoneOf(page({ ...berlin, ...values }) as Workshop, "Europe/Berlin", wordsIn("de"));

  assert.deepEqual(
    [
      zone({ attendance: "on_site", status: "planned" }),
      zone({ attendance: "both", status: "planned" }),
      zone({ attendance: "on_site", status: "moved_online" }),
      zone({ attendance: "on_site", status: "planned", time_zone: "Europe/London" }),
      zone({ attendance: "online", status: "planned", starts_at: null }),
    ],
    ["", "MESZ", "MESZ", "GMT+1", ""],
  );
});

test("what is not translated yet says its language", () => {
  const english = page({ language: "en", untranslated: ["lead"] });

  const languages = ["lead", "title"].map((field) =>
    contentOf(english).foreign(english, field),
  );

  assert.deepEqual(languages, ["de", undefined]);
});
