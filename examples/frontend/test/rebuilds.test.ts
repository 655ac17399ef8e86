import assert from "node:assert/strict";
import { test } from "node:test";

import { Rebuilds } from "../server/rebuilds.ts";

/** Builds that end when the test says so. */
class Builds {
  readonly ends: ((error?: Error) => void)[] = [];
  readonly said: string[] = [];
  readonly rebuilds = new Rebuilds(
    () =>
      new Promise((done, fail) =>
        this.ends.push((error) => (error ? fail(error) : done())),
      ),
    (sentence) => this.said.push(sentence),
  );

  async end(error?: Error): Promise<void> {
    this.ends.at(-1)?.(error);
    await new Promise(setImmediate);
  }
}

test("what is asked for during a build is one more after it", async () => {
  const builds = new Builds();

  for (let number = 0; number < 5; number++) builds.rebuilds.request();
  const during = builds.ends.length;
  await builds.end();
  await builds.end();

  assert.deepEqual([during, builds.ends.length], [1, 2]);
});

test("one after the other is built, each time it is asked for", async () => {
  const builds = new Builds();

  builds.rebuilds.request();
  await builds.end();
  builds.rebuilds.request();
  await builds.end();

  assert.equal(builds.ends.length, 2);
});

test("a build that fails is told, and the next one goes on", async () => {
  const builds = new Builds();

  builds.rebuilds.request();
  await builds.end(new Error("Nobody answers."));
  builds.rebuilds.request();
  await builds.end();

  assert.deepEqual(builds.said, [
    "The pages could not be built, so the old ones stay. Nobody answers.",
    "The new pages are in place.",
  ]);
});

test("a build that fails is tried again after a minute", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const builds = new Builds();

  builds.rebuilds.request();
  await builds.end(new Error("Nobody answers."));
  const before = builds.ends.length;
  context.mock.timers.tick(60_000);

  assert.deepEqual([before, builds.ends.length], [1, 2]);
});
