/** What the compiler knows. It is not run: `npm run check` is the test. */

import {
  type AgendaBlock,
  createClient,
  type FieldName,
  type Page,
  type PageOf,
  type PageSummary,
  type PageType,
} from "@werkstatt/client";

const client = createClient({ baseUrl: "https://example.org" });

// Whether two types are the same, and not only fit into each other.
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function same<A, B>(..._: Same<A, B> extends true ? [] : [never]): void;

export async function aWholePage(): Promise<void> {
  const page = await client.page(12);
  same<typeof page, Page>();
  // @ts-expect-error: not every page has an agenda
  page.agenda;
  if (page.type !== "workshop") return;
  same<typeof page, PageOf<"workshop">>();
  page.agenda.length;
  // @ts-expect-error: a workshop has no such field
  page.nonsense;
}

export function anAgenda(block: AgendaBlock): string {
  // @ts-expect-error: breaks have none
  block.contributions;
  switch (block.type) {
    case "session":
      same<typeof block.type, "session">();
      // @ts-expect-error: a session has no such field
      block.nonsense;
      return block.contributions[0]?.people[0]?.name ?? block.title;
    case "parallel":
      return block.tracks.map((track) => track.room).join(", ");
    case "day":
      return block.date ?? "";
    default:
      return "";
  }
}

export async function chosenFields(): Promise<void> {
  const page = await client.page(12, { fields: ["lead", "agenda"] });
  same<typeof page.lead, string>();
  // @ts-expect-error: nobody asked for it
  page.body;
  if (page.type === "workshop") same<typeof page.agenda, AgendaBlock[]>();
  if (page.type === "series") {
    // @ts-expect-error: it was asked for, but a series has none
    page.agenda;
  }
}

export async function lists(wanted: FieldName[]): Promise<void> {
  for await (const page of client.pages({ when: "upcoming" })) {
    same<typeof page, PageSummary>();
    // @ts-expect-error: lists have no texts unless they are asked for
    page.body;
  }
  for await (const page of client.pages({ type: ["workshop"], fields: ["agenda"] })) {
    same<typeof page.type, "workshop">();
    same<typeof page.agenda, AgendaBlock[]>();
    // @ts-expect-error: other fields were asked for
    page.lead;
  }
  for await (const page of client.pages({ type: ["news", "project"], fields: ["*"] })) {
    same<typeof page, PageOf<"news"> | PageOf<"project">>();
  }
  for await (const page of client.pages({ fields: wanted })) {
    same<typeof page.lead, string | undefined>();
  }
  // @ts-expect-error: there is no such field
  client.pages({ fields: ["nonsense"] });
  // @ts-expect-error: there is no such type
  client.pages({ type: ["nonsense"] });
  // @ts-expect-error: there is no such parameter
  client.pages({ nonsense: 1 });
}

export function ofType<Name extends PageType>(pages: Page[], type: Name) {
  const found = pages.filter((page): page is PageOf<Name> => page.type === type);
  same<typeof found, PageOf<Name>[]>();
  return found;
}

export async function addresses(): Promise<void> {
  const found = await client.pageByPath("/en/", { fields: ["lead"] });
  if (found.kind === "redirect") same<typeof found.url, string>();
  else same<typeof found.page.lead, string>();
}

export async function changes(): Promise<void> {
  for await (const { entries } of client.changes()) {
    for (const entry of entries) {
      if (entry.kind === "gone") same<typeof entry.id, number>();
      if (entry.kind === "object") same<typeof entry.id, string>();
    }
  }
}
