import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { NextRequest } from "next/server.js";
import { afterAll, beforeEach, expect, test, vi } from "vitest";

// A society whose sign-in and log-out are on other origins than its issuer, as Cognito, Entra External ID and brokers have them.

const waiting: ServerResponse[] = [];
let doesAnswer = true;
let asked = 0;
const server = createServer((_request, response) => {
  asked += 1;
  if (!doesAnswer) return void waiting.push(response);
  const issuer = process.env.OIDC_ISSUER;
  const login = "https://login.example.org";
  response.end(
    JSON.stringify({ issuer, authorization_endpoint: `${login}/authorize`, end_session_endpoint: "https://out.example.org/" }),
  );
});
await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
Object.assign(process.env, {
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: "connect",
  OIDC_CLIENT_SECRET: "between the two",
  OIDC_ORIGINS: "https://broker.example.org, https://login.example.org",
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A process that has just started. */
beforeEach(() => {
  vi.resetModules();
  doesAnswer = true;
  asked = 0;
});
const start = async () => (await import("./society-origins")).findSocietyOrigins;

test("forms may lead to every origin that the description names, and to those that are set", async () => {
  const { proxy } = await import("@/proxy");
  const policy = (await proxy(new NextRequest("http://localhost:3000/sign-in"))).headers.get("content-security-policy");
  const named = "https://login.example.org https://out.example.org https://broker.example.org";
  expect(policy).toContain(`; form-action 'self' ${issuer} ${named};`);
});

test("the society is asked once for many pages", async () => {
  const find = await start();
  await Promise.all(Array.from({ length: 50 }, find));
  expect(asked).toBe(1);
});

test("while it does not answer, the first page waits a second at most, and no other waits", async () => {
  doesAnswer = false;
  const find = await start();
  const before = performance.now();
  expect(await find()).toEqual([issuer, "https://broker.example.org", "https://login.example.org"]);
  expect(performance.now() - before).toBeLessThan(3000);
  const later = performance.now();
  await Promise.all(Array.from({ length: 50 }, find));
  expect(performance.now() - later).toBeLessThan(500);
  for (const response of waiting.splice(0)) response.destroy();
});
