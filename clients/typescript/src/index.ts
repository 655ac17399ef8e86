/** A typed client for the delivery API of Werkstatt. */

export type * from "./answers.js";
export { type ChangesPart, type Copy, followChanges } from "./changes.js";
export {
  type Asking,
  Client,
  type ClientOptions,
  createClient,
  type Fetch,
  type FieldChoice,
  type FoundAt,
  type PageSelection,
  type Selection,
} from "./client.js";
export type * from "./drafts.js";
export { type AnswerStore, withETags } from "./etags.js";
export type * from "./pages.js";
export { type Fault, ProblemError } from "./problem.js";
export type { components, paths } from "./schema.js";
export {
  verifyWebhook,
  WebhookError,
  type WebhookEvent,
  type WebhookMessage,
} from "./webhooks.js";
