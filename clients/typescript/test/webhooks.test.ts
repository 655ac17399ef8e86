import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { mock, test } from "node:test";
import { verifyWebhook, type WebhookMessage } from "@werkstatt/client";

const key = Buffer.from("a key of some twenty bytes");
const secret = `whsec_${key.toString("base64")}`;
const event = { id: "0d0c3b0e", type: "page.published", pages: [], title: "Übersicht" };
const body = JSON.stringify(event);
const now = 1_900_000_000; // seconds
mock.timers.enable({ apis: ["Date"], now: now * 1000 });

function headers(timestamp: number | string = now, text = body) {
  const hmac = createHmac("sha256", key).update(`message-1.${timestamp}.${text}`);
  return {
    "webhook-id": "message-1",
    "webhook-timestamp": String(timestamp),
    "webhook-signature": `v1,${hmac.digest("base64")}`,
  };
}

/** The names of headers as some servers hand them on. */
const asSent = (headers: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
  );

test("a message of the site is its event", async () => {
  const bytes = new TextEncoder().encode(body);

  for (const message of [
    { headers: headers(), body },
    { headers: headers(), body: bytes },
    { headers: new Headers(headers()), body },
    { headers: asSent(headers()), body },
    { headers: headers(), body, secret: secret.replace(/^whsec_|=+$/g, "") },
    { headers: headers(now - 300), body },
    { headers: headers(now + 300), body },
  ]) {
    assert.deepEqual(await verifyWebhook({ secret, ...message }), event);
  }
});

test("one right signature is enough while the secret changes", async () => {
  const right = headers();
  const several = `v1a,AAAA v1,AAAA v1,ü v1, ${right["webhook-signature"]}`;

  const read = await verifyWebhook({
    secret,
    headers: { ...right, "webhook-signature": several },
    body,
  });

  assert.deepEqual(read, event);
});

const other = `whsec_${Buffer.from("another key").toString("base64")}`;
const refused: [string, Partial<WebhookMessage>, RegExp][] = [
  ["no signature", { headers: {} }, /not signed/],
  ["another secret", { secret: other }, /signature is wrong/],
  ["another body", { body: `${body} ` }, /signature is wrong/],
  ["an old message", { headers: headers(now - 301) }, /too old/],
  ["a message of the future", { headers: headers(now + 301) }, /too old/],
  ["no number of seconds", { headers: headers("1e9") }, /too old/],
  ["less patience", { headers: headers(now - 11), tolerance: 10 }, /too old/],
  [
    "another message's number",
    { headers: { ...headers(), "webhook-id": "message-2" } },
    /signature is wrong/,
  ],
  [
    "another scheme",
    { headers: { ...headers(), "webhook-signature": "v1a,AAAA" } },
    /signature is wrong/,
  ],
  [
    "no Base64",
    { headers: { ...headers(), "webhook-signature": "v1,ü" } },
    /signature is wrong/,
  ],
];

for (const [name, change, sentence] of refused) {
  test(`refused: ${name}`, async () => {
    const message = { secret, headers: headers(), body, ...change };

    await assert.rejects(verifyWebhook(message), (error: Error) => {
      assert.equal(error.name, "WebhookError");
      return sentence.test(error.message);
    });
  });
}

for (const none of ["", "whsec_", "whsec_ü"]) {
  test(`"${none}" is no secret, whoever sends`, async () => {
    const message = { secret: none, headers: headers(), body };

    await assert.rejects(verifyWebhook(message), TypeError);
  });
}
