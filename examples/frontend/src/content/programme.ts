/** The flat agenda of a workshop as days and sections. */
import type { AgendaBlock, Person, Workshop } from "./model.ts";

export type Entry = Extract<AgendaBlock, { type: "session" | "parallel" | "break" }>;

export interface Section {
  title: string;
  moderators: readonly Person[];
  entries: Entry[];
}

export interface Day {
  date: string | null;
  title: string;
  sections: Section[];
}

/**
 * Return the days. What stands before the first heading belongs to a day, and to a
 * section, without a title. Blocks of a plugin are not known here, so they are left out.
 */
export function programmeOf(workshop: Workshop): Day[] {
  const days: Day[] = [];
  for (const block of workshop.agenda) {
    if (block.type === "day") days.push(dayOf(block.date, block.title));
    else if (block.type === "section")
      lastDay(days, workshop).sections.push(sectionOf(block));
    else if (isEntry(block)) lastSection(lastDay(days, workshop)).entries.push(block);
  }
  return days;
}

/** Whether days need headings to be told apart. */
export function needsHeadings(days: readonly Day[]): boolean {
  return days.length > 1 || days.some((day) => day.title !== "");
}

export function isEntry(block: AgendaBlock): block is Entry {
  return (
    block.type === "session" || block.type === "parallel" || block.type === "break"
  );
}

function dayOf(date: string | null, title: string): Day {
  return { date, title, sections: [] };
}

function sectionOf(block: { title: string; moderators: readonly Person[] }): Section {
  return { title: block.title, moderators: block.moderators, entries: [] };
}

function lastDay(days: Day[], workshop: Workshop): Day {
  return (
    days.at(-1) ?? added(days, dayOf(workshop.starts_at?.slice(0, 10) ?? null, ""))
  );
}

function lastSection({ sections }: Day): Section {
  return sections.at(-1) ?? added(sections, sectionOf({ title: "", moderators: [] }));
}

function added<Item>(list: Item[], item: Item): Item {
  list.push(item);
  return item;
}
