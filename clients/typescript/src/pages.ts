/** The types of pages, whole and in parts. */

import type { PagesQuery, PartialPage } from "./answers.js";

/** What `type` of a page may say. */
export type PageType = PartialPage["type"];

/** What `fields` may ask for; "*" is everything. */
export type FieldName = NonNullable<PagesQuery["fields"]>[number];

/** What `type` may ask for. */
export type TypeName = NonNullable<PagesQuery["type"]>[number];

/** What lists say of a page if nobody asks for more. A test holds it to the API. */
export type SummaryField =
  | "lead"
  | "published_on"
  | "updated_on"
  | "parent"
  | "project"
  | "translations"
  | "acronym"
  | "subtitle"
  | "starts_on"
  | "ends_on"
  | "starts_at"
  | "ends_at"
  | "time_zone"
  | "status"
  | "status_note"
  | "attendance"
  | "number"
  | "series"
  | "venue"
  | "image"
  | "about";

/** The type with every field. Of a union, each of its types. */
export type Complete<Type> = Type extends unknown ? Required<Type> : never;

// Only what says which page it is has to be there, so only that has no question mark.
type Chosen<Type, Field> = Type extends unknown
  ? {
      [Key in keyof Type as Pick<Type, Key> extends Required<Pick<Type, Key>>
        ? Key
        : Key extends Field
          ? Key
          : never]-?: Type[Key];
    }
  : never;

/**
 * The type with the fields that were asked for. Where the compiler cannot know which
 * these are, because the list is not written in the call, all of them stay optional.
 */
export type Picked<Type, Field> = [FieldName] extends [Field]
  ? Type
  : "*" extends Field
    ? Complete<Type>
    : Chosen<Type, Field>;

/** Of all pages those of some types. A plugin's own name of a type stands for "plugin". */
export type OfType<Name> = [Name] extends [never]
  ? PartialPage
  : Extract<PartialPage, { type: Name extends PageType ? Name : "plugin" }>;

/** A whole page: tell its types apart by `type`. */
export type Page = Complete<PartialPage>;

/** A whole page of one type, such as `PageOf<"workshop">`. */
export type PageOf<Name extends PageType> = Extract<Page, { type: Name }>;

/** A page as lists have it. */
export type PageSummary = Chosen<PartialPage, SummaryField>;

/** A block of an agenda: tell the types apart by `type`, with a `default` for new ones. */
export type AgendaBlock = PageOf<"workshop">["agenda"][number];

/** A block of a text: tell the types apart by `type`, with a `default` for new ones. */
export type BodyBlock = Page["body"][number];

/** A picture with its sizes. */
export type Image = NonNullable<PageOf<"news">["image"]>;
