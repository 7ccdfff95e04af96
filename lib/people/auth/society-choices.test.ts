import { expect, test } from "vitest";
import { chooseClientAuth, chooseScope, originsOf } from "./society-choices";

test.each<[unknown, string | undefined, string]>([
  [["openid", "profile", "email", "membership", "phone"], undefined, "openid profile email membership"],
  [["openid", "email"], undefined, "openid email"],
  [["email"], undefined, "openid email"],
  [[], undefined, "openid"],
  [undefined, undefined, "openid profile email"],
  ["openid membership", undefined, "openid profile email"],
  [["openid", "membership"], " openid, members  email ", "openid members email"],
])("where the scopes listed are %o and those set %o, %s is requested", (scopes_supported, set, scope) => {
  expect(chooseScope({ scopes_supported }, set)).toBe(scope);
});

test.each<[unknown, "client_secret_post" | undefined, string]>([
  [undefined, undefined, "client_secret_basic"],
  [["client_secret_basic", "client_secret_post"], undefined, "client_secret_basic"],
  [["private_key_jwt", "client_secret_post"], undefined, "client_secret_post"],
  [["private_key_jwt"], undefined, "client_secret_basic"],
  [["client_secret_basic"], "client_secret_post", "client_secret_post"],
])("where the ways listed are %o and the one set %o, the secret is sent by %s", (listed, set, way) => {
  expect(chooseClientAuth({ token_endpoint_auth_methods_supported: listed }, set)).toBe(way);
});

test("the origins of the pages that a browser is sent to, each once", () => {
  const told = {
    issuer: "https://cognito-idp.example.org/pool",
    authorization_endpoint: "https://login.example.org/oauth2/authorize?tenant=1",
    end_session_endpoint: "https://login.example.org/logout",
    token_endpoint: "https://token.example.org/token",
  };
  expect(originsOf(told)).toEqual(["https://cognito-idp.example.org", "https://login.example.org"]);
  expect(originsOf({ issuer: "javascript:alert(1)", authorization_endpoint: "nonsense", end_session_endpoint: 7 })).toEqual([]);
  expect(originsOf({ issuer: "https://a.example; script-src *" })).toEqual([]);
});
