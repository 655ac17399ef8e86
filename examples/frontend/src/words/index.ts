/** The words of the front end itself; all others come from the API. */
import { de } from "./de.ts";
import { en } from "./en.ts";

export type Words = typeof de;

const LANGUAGES: Readonly<Record<string, Words>> = { de, en };

/** Return the words of a language; English ones where nobody has written any. */
export function wordsIn(language: string): Words {
  return LANGUAGES[language] ?? en;
}
