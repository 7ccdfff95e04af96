import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, expect, test } from "vitest";
import { env } from "@/lib/foundation/env";
import { askSociety, description, findEndSessionUrl } from "./society";

// The society's description of itself, which may lead somewhere else.

const asked: string[] = [];
let answer: { status: number; location?: string } = { status: 200 };
const server = createServer((request, response) => {
  asked.push(request.url ?? "");
  response.writeHead(answer.status, answer.location ? { location: answer.location } : {});
  response.end(JSON.stringify({ issuer: process.env.OIDC_ISSUER, end_session_endpoint: "http://127.0.0.1/end" }));
});
await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
process.env.OIDC_ISSUER = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
process.env.OIDC_CLIENT_ID = "connect";
process.env.OIDC_CLIENT_SECRET = "between the two";
afterAll(() => server.close());
beforeEach(() => description.forget());

test("logging out goes on to the society, with the way back", async () => {
  answer = { status: 200 };
  const url = new URL(await findEndSessionUrl("a-token", "left"));
  expect(url.origin + url.pathname).toBe("http://127.0.0.1/end");
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: "connect",
    post_logout_redirect_uri: "http://localhost:3000/",
    state: "left",
    id_token_hint: "a-token",
  });
});

test("a society that sends us elsewhere for its description is not followed: we log out here alone", async () => {
  answer = { status: 302, location: "/elsewhere" };
  asked.length = 0;
  expect(await findEndSessionUrl("a-token")).toBe("http://localhost:3000/");
  expect(asked).toEqual(["/.well-known/openid-configuration"]);
});

test("what next-auth asks for with every press is asked of the society once", async () => {
  answer = { status: 200 };
  asked.length = 0;
  const address = new URL(`${process.env.OIDC_ISSUER}/.well-known/openid-configuration`);
  const presses = await Promise.all(Array.from({ length: 20 }, () => askSociety(address.href, { method: "GET" })));
  expect(await presses.at(-1)?.json()).toMatchObject({ issuer: process.env.OIDC_ISSUER });
  await askSociety(address);
  expect(asked).toHaveLength(1);
});

test("an address of another origin than the issuer's is not asked, whatever the description says, unless it is on the list", async () => {
  const elsewhere = createServer((_request, response) => response.end("here"));
  await new Promise<void>((ready) => elsewhere.listen(0, "127.0.0.1", ready));
  const address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  await expect(askSociety(`${address}/token`)).rejects.toThrow("neither its issuer's nor in OIDC_ORIGINS");
  env().OIDC_ORIGINS.push(address);
  expect(await (await askSociety(`${address}/token`)).text()).toBe("here");
  env().OIDC_ORIGINS.pop();
  elsewhere.close();
});
