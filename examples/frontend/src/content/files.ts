/** What readers want to know of a file before they open it. */
import type { Words } from "../words/index.ts";
import type { Document } from "./model.ts";

/** "PDF, 1,33 MB, 4 Seiten, Englisch": what is known, and only what is unexpected. */
export function factsOf(document: Document, words: Words): string {
  const facts = [document.filename.split(".").at(-1)?.toUpperCase() ?? ""];
  if (document.size !== null) facts.push(sizeOf(document.size, words));
  if (document.pages !== null) facts.push(words.pages(document.pages));
  if (document.language && document.language !== words.language) {
    facts.push(words.nameOfLanguage(document.language));
  }
  return facts.filter(Boolean).join(", ");
}

/** As file managers count: 1 kB is 1,000 bytes. */
export function sizeOf(bytes: number, words: Words): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, "kB"] : [bytes / 1e6, "MB"];
  const digits = { maximumSignificantDigits: 3 };
  return `${new Intl.NumberFormat(words.locale, digits).format(value)}\u00a0${unit}`;
}
