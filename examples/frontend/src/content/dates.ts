/** Days and times in words. */
import type { Words } from "../words/index.ts";
import type { Workshop } from "./model.ts";

interface Written {
  /** As HTML has it in `datetime`: a day, a time or a moment. */
  readonly value: string;
  readonly text: string;
}

/** "5. März 2027" of "2027-03-05". */
export function day(value: string, words: Words): Written {
  return { value, text: format(noon(value), words, { dateStyle: "long" }) };
}

/** "Freitag, 5. März 2027" of "2027-03-05". */
export function dayWithWeekday(value: string, words: Words): Written {
  return { value, text: format(noon(value), words, { dateStyle: "full" }) };
}

/** "5. März 2027, 14:00 Uhr" of a moment, on its own clocks. */
export function moment(value: string, words: Words): string {
  const clocks = words.oClock(clock(value, words).text);
  return `${day(dayIn(value), words).text}, ${clocks}`;
}

/** "14:00" of "14:00" or of a moment, which has the offset of its place. */
export function clock(value: string, words: Words): Written {
  const time = value.length === "14:00".length ? value : value.slice(11, 16);
  return { value, text: words.time(Number(time.slice(0, 2)), time.slice(3, 5)) };
}

/** Start and end in words, as short as they allow. */
export function span(start: string, end: string | null, words: Words): Written[] {
  const first = dayWithWeekday(dayIn(start), words).text;
  const from = clock(start, words).text;
  if (end === null) return [{ value: start, text: `${first}, ${words.oClock(from)}` }];
  const until = clock(end, words).text;
  if (dayIn(start) === dayIn(end)) {
    return [
      { value: start, text: `${first}, ${from}` },
      { value: end, text: words.oClock(until) },
    ];
  }
  return [
    { value: start, text: `${first}, ${words.oClock(from)}` },
    {
      value: end,
      text: `${dayWithWeekday(dayIn(end), words).text}, ${words.oClock(until)}`,
    },
  ];
}

/**
 * "MEZ", where people may have to convert: they join online, or it is in another zone
 * than the site. Else "".
 */
export function zoneOf(workshop: Workshop, siteZone: string, words: Words): string {
  const { starts_at: start, time_zone: timeZone, attendance, status } = workshop;
  const isOnline = attendance !== "on_site" || status === "moved_online";
  if (start === null || (!isOnline && timeZone === siteZone)) return "";
  const options = { timeZone, timeZoneName: "short" } as const;
  return new Intl.DateTimeFormat(words.locale, options)
    .formatToParts(new Date(start))
    .filter(({ type }) => type === "timeZoneName")
    .map(({ value }) => value)
    .join("");
}

/** The parts of a day for a leaf of a calendar: "17", "Dez", "2026". */
export function leaf(value: string, words: Words) {
  return {
    number: String(Number(value.slice(8, 10))),
    month: format(noon(dayIn(value)), words, { month: "short" }),
    year: value.slice(0, 4),
  };
}

function dayIn(value: string): string {
  return value.slice(0, 10);
}

function noon(value: string): Date {
  return new Date(`${value}T12:00:00Z`);
}

function format(date: Date, words: Words, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(words.locale, { timeZone: "UTC", ...options }).format(
    date,
  );
}
