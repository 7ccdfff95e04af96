import type { AuthError } from "next-auth";
import { describeDefect, log, logRefusal } from "@/lib/foundation/log";
import { oneLine } from "@/lib/foundation/typed-text";

/** Errors that anybody can cause by opening the address that the society sends people back to. */
const OF_STRANGERS: Record<string, string> = {
  InvalidCheck: "not-begun-here",
  InvalidCallbackUrl: "not-begun-here",
  OAuthCallbackError: "refused-there",
  InvalidProvider: "no-such-way",
  UnknownAction: "no-such-way",
};

/**
 * Logs a failed sign-in: as a refusal where the person or a stranger could have caused it, as a defect otherwise. It looks at
 * `type`, which next-auth writes out, because the build shortens the names of classes. `answer` is what the society sent the person
 * back with, which next-auth keeps to itself.
 */
export function logFailedSignIn(error: Error & Partial<Pick<AuthError, "type">>, way: string, answer?: URLSearchParams): void {
  const { type = "" } = error;
  // This type only says that something went wrong; its cause says what.
  const { err = error } = { ...(error.cause as { err?: Error } | undefined) };
  const reason = OF_STRANGERS[type] ?? (type === "CallbackRouteError" ? reasonOf(err) : undefined);
  if (type === "CredentialsSignin") logRefusal("ticket");
  else if (reason)
    logRefusal("sign-in", {
      way,
      reason,
      ...(type === "OAuthCallbackError" ? whatTheySaid(Object.fromEntries(answer ?? [])) : {}),
    });
  else log().error({ defect: describeDefect(err), ...whatTheySaid(err.cause), ...statusOf(err) }, "sign-in failed");
}

/** The society's own words for what went wrong, where it has any. Some write the person's address into the description. */
function whatTheySaid(cause: unknown): { error?: string; description?: string } {
  const [challenge] = Array.isArray(cause) ? (cause as { parameters?: unknown }[]) : [];
  const said = Object((challenge ? challenge.parameters : cause) ?? {}) as { error?: unknown; error_description?: unknown };
  const line = (text: unknown) => (typeof text === "string" ? oneLine(text.replace(/\S+@\S+/g, "…@…"), 300) : undefined);
  const [error, description] = [line(said.error), line(said.error_description)];
  return { ...(error === undefined ? {} : { error }), ...(description === undefined ? {} : { description }) };
}

/** A refusal in a header has no words, but a status: 401 is a wrong client id or secret. */
function statusOf(err: Error & { response?: { status?: unknown } }): { status?: number } {
  const { response } = err;
  return typeof response?.status === "number" ? { status: response.status } : {};
}

/** Codes of oauth4webapi and of the OAuth standard. The first one also covers answers of the society that make no sense. */
function reasonOf(err: Error & { code?: string; error?: string }): string | undefined {
  if (err.error === "invalid_grant") return "no-such-code";
  const { parameters } = { ...(err.cause as { parameters?: unknown } | undefined) };
  const isAddress = parameters instanceof URLSearchParams || err.message.startsWith("no authorization code");
  return err.code === "OAUTH_INVALID_RESPONSE" && isAddress ? "not-begun-here" : undefined;
}
