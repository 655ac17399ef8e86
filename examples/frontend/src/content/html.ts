/** Texts of the API, which are safe HTML, with links that stay on this site. */
import type { Content } from "./content.ts";

// The API writes every link alike, and no ">" inside of a value.
const LINK = /<a href="[^"]*"([^>]*? data-page="(\d+)"[^>]*)>/g;

/** Lead links to pages of this site to its own addresses; others stay as they are. */
export function withOwnLinks(html: string, content: Content): string {
  return html.replace(LINK, (link, rest: string, id: string) => {
    const path = content.path(Number(id));
    return path === undefined ? link : `<a href="${path}"${rest}>`;
  });
}
