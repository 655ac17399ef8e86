/** What the API gives, named as the components of this site name it. */
import type {
  AgendaBlock,
  BodyBlock,
  components,
  Image,
  Page,
  PageOf,
} from "@werkstatt/client";

type Schemas = components["schemas"];

export type { AgendaBlock, Image, Page, PageOf };
export type Block = BodyBlock;
export type Workshop = PageOf<"workshop">;
export type Contact = Schemas["Contact"];
export type Contribution = Schemas["Contribution"];
export type Document = Schemas["Document"];
export type Funding = Schemas["Funding"];
export type Navigation = Schemas["Navigation"];
export type Organisation = Schemas["Organisation"];
export type PageLink = Schemas["PageLink"];
export type Person = Schemas["Person"];
export type Site = Schemas["Site"];
export type Track = Schemas["Track"];
export type Venue = Schemas["Venue"];
