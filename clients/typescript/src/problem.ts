/** Errors of the API. */

import type { components } from "./schema.js";

type Problem = components["schemas"]["Problem"];

/** A parameter that is wrong, and a sentence that says why. */
export type Fault = components["schemas"]["Fault"];

/**
 * The API has answered with an error (RFC 9457). The message is its sentence.
 *
 * What does not reach the API (no connection, CORS) is an error of `fetch`, not this.
 */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  /** The status of HTTP, such as 404. */
  readonly status: number;
  /** What kind of problem it is, in a few words. */
  readonly title: string;
  /** A sentence about this one. */
  readonly detail: string;
  /** The parameter that is wrong, if one is. */
  readonly parameter: string | undefined;
  /** All parameters that are wrong. */
  readonly errors: readonly Fault[];
  /** What was asked. */
  readonly url: string;
  /** After how many seconds to ask again, with 429 and 503. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, response: Response) {
    super(problem.detail);
    this.status = response.status;
    this.title = problem.title;
    this.detail = problem.detail;
    this.parameter = problem.parameter;
    this.errors = problem.errors ?? [];
    this.url = response.url;
    this.retryAfter = Number(response.headers.get("Retry-After")) || undefined;
  }
}

/** Read what an answer complains about; servers in front of the API do it their way. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const type = response.headers.get("Content-Type") ?? "";
  const problem: Problem = type.startsWith("application/problem+json")
    ? await response.json()
    : unexplained(response);
  return new ProblemError(problem, response);
}

function unexplained({ status, statusText, url }: Response): Problem {
  const detail = `The server answered ${status} for ${url}.`;
  return { type: "about:blank", title: statusText || "Error", status, detail };
}
