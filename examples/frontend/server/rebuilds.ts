/** One build at a time, however many are asked for. */

const PAUSE_AFTER_FAILURE = 60_000;

export class Rebuilds {
  readonly #build: () => Promise<void>;
  readonly #log: (sentence: string) => void;
  #isRunning = false;
  #isWanted = false;

  constructor(build: () => Promise<void>, log: (sentence: string) => void) {
    this.#build = build;
    this.#log = log;
  }

  /** Build as soon as possible. What is asked for during a build is one more after it. */
  request(): void {
    this.#isWanted = true;
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#isWanted) {
      this.#isWanted = false;
      await this.#build().then(
        () => this.#log("The new pages are in place."),
        this.#fail,
      );
    }
    this.#isRunning = false;
  }

  // The webhook was answered long ago, so nobody else will ask again.
  readonly #fail = (error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    this.#log(`The pages could not be built, so the old ones stay. ${reason}`);
    setTimeout(() => this.request(), PAUSE_AFTER_FAILURE).unref();
  };
}
