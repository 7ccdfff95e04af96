import { AuthError, CredentialsSignin } from "next-auth";
import { beforeEach, expect, test, vi } from "vitest";
import { log } from "@/lib/foundation/log";
import { logFailedSignIn } from "./failed-sign-in";

const warn = vi.spyOn(log(), "warn").mockImplementation(() => {});
const error = vi.spyOn(log(), "error").mockImplementation(() => {});
beforeEach(() => {
  vi.clearAllMocks();
});

/** As the build has it: a class with a short name, and the type that it says it is. */
const built = (type: string, err?: Error) => {
  const Short = class a extends AuthError {
    static type = type;
  };
  return Object.assign(new Short(), err ? { cause: { err } } : {});
};

test("whatever the build calls the class, what a stranger brings about is a refusal", () => {
  expect(built("InvalidCheck").name).toBe("a");
  for (const [type, reason] of [
    ["InvalidCheck", "not-begun-here"],
    ["InvalidCallbackUrl", "not-begun-here"],
    ["OAuthCallbackError", "refused-there"],
    ["InvalidProvider", "no-such-way"],
    ["UnknownAction", "no-such-way"],
  ] as const) {
    logFailedSignIn(built(type), "society");
    expect(warn.mock.lastCall?.[0]).toEqual({ refused: "sign-in", way: "society", reason });
  }
  logFailedSignIn(new CredentialsSignin(), "society");
  expect(warn.mock.lastCall?.[0]).toEqual({ refused: "ticket" });
  expect(error).not.toHaveBeenCalled();
});

test("what the society or we got wrong is a defect, with its cause", () => {
  logFailedSignIn(built("CallbackRouteError", new Error("the society answered nonsense")), "society");
  logFailedSignIn(built("OAuthProfileParseError"), "society");
  logFailedSignIn(new Error("the database is away"), "society");
  const meaningless = Object.assign(new Error("no sub"), { code: "OAUTH_INVALID_RESPONSE", cause: { body: {} } });
  logFailedSignIn(built("CallbackRouteError", meaningless), "society");
  expect(warn).not.toHaveBeenCalled();
  expect(error).toHaveBeenCalledTimes(4);
  expect(JSON.stringify(error.mock.calls[0])).toContain("the society answered nonsense");
});

test("the society's own words are logged on one line, without addresses", () => {
  const body = { error: "invalid_client", error_description: "AADSTS7000215: for\nrobin@example.org", at: "12" };
  const wrongSecret = Object.assign(new Error("server responded with an error"), { cause: body, response: { status: 401 } });
  logFailedSignIn(built("CallbackRouteError", wrongSecret), "society");
  expect(error.mock.lastCall?.[0]).toMatchObject({
    error: "invalid_client",
    description: "AADSTS7000215: for …@…",
    status: 401,
    defect: expect.stringContaining("an object with error, error_description, at"),
  });
  const challenge = [{ scheme: "basic", parameters: { error: "invalid_client" } }];
  logFailedSignIn(built("CallbackRouteError", Object.assign(new Error("challenge"), { cause: challenge })), "society");
  expect(error.mock.lastCall?.[0]).toMatchObject({ error: "invalid_client" });
  const answer = new URLSearchParams({ error: "invalid_scope", error_description: "x".repeat(400), state: "secret" });
  logFailedSignIn(built("OAuthCallbackError"), "society", answer);
  expect(warn.mock.lastCall?.[0]).toEqual({
    refused: "sign-in",
    way: "society",
    reason: "refused-there",
    error: "invalid_scope",
    description: `${"x".repeat(299)}…`,
  });
});
