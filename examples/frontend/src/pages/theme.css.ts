import { Content } from "../content/content.ts";

/** The colours that the editors have chosen; the site has measured that they can be read. */
export function GET(): Response {
  const { accent, accent_dark: accentDark } = Content.load().site.theme;
  const colours = [
    accent && `--theme-accent: ${accent};`,
    accentDark && `--theme-accent-dark: ${accentDark};`,
  ];
  const sheet = `:root { ${colours.filter(Boolean).join(" ")} }\n`;
  return new Response(sheet, { headers: { "Content-Type": "text/css" } });
}
