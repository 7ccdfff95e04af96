import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fetchReceived, readReceived } from "./received";

const PAYLOAD = {
  type: "email.received",
  created_at: "2026-11-22T09:15:12Z",
  data: { email_id: "in-1", to: ["a@in.example.org"] },
};

test("an event says which mail has come in, and to whom", () => {
  expect(readReceived(PAYLOAD)).toEqual({ id: "in-1", to: ["a@in.example.org"] });
  const data = { ...PAYLOAD.data, received_for: ["b@in.example.org"] };
  expect(readReceived({ ...PAYLOAD, data })?.to).toEqual(["b@in.example.org", "a@in.example.org"]);
});

test.each([
  null,
  {},
  { ...PAYLOAD, type: "email.delivered" },
  { ...PAYLOAD, data: {} },
  { ...PAYLOAD, data: { email_id: "../emails", to: [] } },
  { ...PAYLOAD, data: { email_id: "in-1", to: "a@in.example.org" } },
])("%j says nothing of that", (payload) => expect(readReceived(payload)).toBeNull());

let url: string;
const server = createServer((request, response) => {
  const { url: path } = request;
  const raw = (name: string) => JSON.stringify({ id: "x", raw: { download_url: `${url}/raw/${name}`, expires_at: "" } });
  const answers: Record<string, [status: number, body: string | Buffer, location?: string]> = {
    "/emails/receiving/small": [200, raw("small")],
    "/emails/receiving/large": [200, raw("large")],
    "/emails/receiving/gone": [200, raw("gone")],
    "/emails/receiving/away": [200, raw("away")],
    "/emails/receiving/unkept": [200, JSON.stringify({ id: "x", raw: null })],
    "/raw/small": [200, "From: a@example.org\r\n\r\nHello"],
    "/raw/large": [200, Buffer.alloc(1024 * 1024 + 1)],
    "/raw/away": [302, "", "http://127.0.0.1:1/"],
  };
  const [status, body, location] = answers[path ?? ""] ?? [404, JSON.stringify({ name: "not_found", message: "No" })];
  response.writeHead(status, { "content-type": "application/json", ...(location ? { location } : {}) }).end(body);
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

test("a mail is fetched as it was sent; one that is too large or was not kept is left alone", async () => {
  const small = await fetchReceived("small", "re_1", url);
  expect(Buffer.from(small ?? []).toString()).toBe("From: a@example.org\r\n\r\nHello");
  expect(await fetchReceived("large", "re_1", url)).toBeNull();
  expect(await fetchReceived("unkept", "re_1", url)).toBeNull();
});

test.each(["nowhere", "gone", "away"])("when it cannot be had (%s), the event has to come again", async (id) => {
  await expect(fetchReceived(id, "re_1", url)).rejects.toThrow();
});
