/** The site that the tests ask: `WERKSTATT_URL=https://example.org npm test`. */

import { createClient } from "@werkstatt/client";

const url = process.env.WERKSTATT_URL;
if (!url) throw new Error("Say in WERKSTATT_URL which site to test with.");

export const baseUrl = url;
export const client = createClient({ baseUrl });
