/** Questions that the pages of this site ask about all of its content. */
import type { Navigation, Page, PageLink, PageOf, Site, Workshop } from "./model.ts";
import { loadSnapshot, type Snapshot } from "./snapshot.ts";

export class Content {
  readonly #snapshot: Snapshot;
  readonly #byId: ReadonlyMap<number, Page>;

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    this.#byId = new Map(snapshot.pages.map((page) => [page.id, page]));
  }

  static load(): Content {
    return new Content(loadSnapshot());
  }

  /** The same content with drafts in the place of what is public. */
  withDrafts(drafts: readonly Page[]): Content {
    const replaced = new Set(drafts.map((page) => page.id));
    const others = this.pages.filter((page) => !replaced.has(page.id));
    return new Content({ ...this.#snapshot, pages: [...others, ...drafts] });
  }

  get site(): Site {
    return this.#snapshot.site;
  }

  get pages(): readonly Page[] {
    return this.#snapshot.pages;
  }

  get readAt(): Date {
    return new Date(this.#snapshot.readAt);
  }

  /** A language of the site: the one asked for, or that of the originals. */
  languageOr(asked: string | null): string {
    const codes: string[] = this.site.languages.map(({ code }) => code);
    return asked !== null && codes.includes(asked) ? asked : this.site.source_language;
  }

  /** The language of a field, if that is not the one of its page. */
  foreign(page: Page, field: string): string | undefined {
    return page.untranslated.includes(field) ? this.site.source_language : undefined;
  }

  navigation(language: string): Navigation {
    return this.#snapshot.navigation[language] ?? { language, header: [], footer: [] };
  }

  /** The site in the words of a language. */
  siteIn(language: string): Site {
    return this.#snapshot.sites[language] ?? this.site;
  }

  home(language: string): PageLink | undefined {
    return this.site.languages.find(({ code }) => code === language)?.home;
  }

  /** This site's own address of a page; that of the original site if it is not here. */
  address(link: PageLink): string {
    return this.path(link.id) ?? link.url;
  }

  path(id: number): string | undefined {
    return this.#byId.get(id)?.path;
  }

  page(id: number): Page | undefined {
    return this.#byId.get(id);
  }

  workshop(id: number): Workshop | undefined {
    const page = this.#byId.get(id);
    return page?.type === "workshop" ? page : undefined;
  }

  /**
   * Pages of a type as readers of a language find them: German where there is no other.
   */
  list<T extends Page["type"]>(type: T, language: string): PageOf<T>[] {
    const found = this.pages.filter((page): page is PageOf<T> => page.type === type);
    const translated = new Set(
      found.filter((page) => page.language === language).map((page) => page.key),
    );
    return found.filter(
      (page) =>
        page.language === language ||
        (page.language === this.site.source_language && !translated.has(page.key)),
    );
  }

  /** Workshops to come, the next one first; those without a date come last. */
  upcoming(language: string): Workshop[] {
    return this.list("workshop", language)
      .filter((workshop) => !isPast(workshop, this.readAt))
      .toSorted((one, other) => timeOf(one.starts_at) - timeOf(other.starts_at));
  }

  /** Workshops that took place, the latest one first. */
  past(language: string): Workshop[] {
    return this.list("workshop", language)
      .filter((workshop) => isPast(workshop, this.readAt))
      .toSorted((one, other) => timeOf(other.starts_at) - timeOf(one.starts_at));
  }

  /** The newest first; what is not published yet is newer than all. */
  news(language: string): PageOf<"news">[] {
    return this.list("news", language).toSorted(
      (one, other) =>
        timeOf(other.published_on) - timeOf(one.published_on) || other.id - one.id,
    );
  }
}

/** Whether it took place: one that was postponed has not, whatever its date. */
export function isPast(workshop: Workshop, now: Date): boolean {
  const end = workshop.ends_at ?? workshop.starts_at;
  return end !== null && new Date(end) < now && workshop.status !== "postponed";
}

/** Whether a page belongs to a project: in whichever language either is written. */
export function belongsTo(page: Page, project: Page): boolean {
  const languages = [project.id, ...project.translations.map(({ id }) => id)];
  return page.project !== null && languages.includes(page.project.id);
}

/** Milliseconds of a day or a moment, to sort by: moments have different offsets. */
function timeOf(moment: string | null): number {
  return moment === null ? Number.MAX_SAFE_INTEGER : Date.parse(moment);
}
