/** What a token stands for: content that is not published. */
import { createClient, type Draft, ProblemError } from "@werkstatt/client";

export type DraftObject = Exclude<Draft["items"][number], { type: "page" }>;

/**
 * Return the draft; undefined for a token that is wrong, expired or withdrawn. Raises
 * what the client does if nobody answers.
 */
export async function readDraft(token: string): Promise<Draft | undefined> {
  const contentUrl = process.env["CONTENT_URL"] ?? "http://127.0.0.1:8000";
  try {
    const signal = AbortSignal.timeout(10_000);
    return await createClient({ baseUrl: contentUrl }).draft(token, { signal });
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return undefined;
    throw error;
  }
}
