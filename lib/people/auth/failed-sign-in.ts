import type { AuthError } from "next-auth";
import { describeDefect, log, logRefusal } from "@/lib/foundation/log";

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
 * `type`, which next-auth writes out, because the build shortens the names of classes.
 */
export function logFailedSignIn(error: Error & Partial<Pick<AuthError, "type">>, way: string): void {
  const { type = "" } = error;
  // This type only says that something went wrong; its cause says what.
  const { err = error } = { ...(error.cause as { err?: Error } | undefined) };
  const reason = OF_STRANGERS[type] ?? (type === "CallbackRouteError" ? reasonOf(err) : undefined);
  if (type === "CredentialsSignin") logRefusal("ticket");
  else if (reason) logRefusal("sign-in", { way, reason });
  else log().error({ defect: describeDefect(err) }, "sign-in failed");
}

/** Codes of oauth4webapi and of the OAuth standard. The first one also covers answers of the society that make no sense. */
function reasonOf(err: Error & { code?: string; error?: string }): string | undefined {
  if (err.error === "invalid_grant") return "no-such-code";
  const { parameters } = { ...(err.cause as { parameters?: unknown } | undefined) };
  const isAddress = parameters instanceof URLSearchParams || err.message.startsWith("no authorization code");
  return err.code === "OAUTH_INVALID_RESPONSE" && isAddress ? "not-begun-here" : undefined;
}
