import node from "@astrojs/node";
import { defineConfig, passthroughImageService } from "astro/config";

// All pages are written once, at a build. Only drafts are rendered when they are asked
// for, by server/main.ts, with the same components.
export default defineConfig({
  site: process.env.FRONTEND_URL ?? "http://127.0.0.1:4321",
  output: "static",
  trailingSlash: "always",
  adapter: node({ mode: "middleware" }),
  // Pictures come from the API in all sizes: nothing to compute here.
  image: { service: passthroughImageService() },
  build: { inlineStylesheets: "never" },
  session: false,
  compressHTML: true, // as HTML has it: a new line between words is a space
  devToolbar: { enabled: false },
});
