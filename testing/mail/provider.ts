import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * How the stand-in treats a request: correctly, with an error or not at all. "unheard" accepts the e-mail but never answers,
 * "cut" drops the connection, and "garbled" accepts it but sends an unreadable answer.
 */
export type Mood =
  | "well"
  | "silent"
  | "unheard"
  | "cut"
  | "garbled"
  | { status: number; name: string; retryAfterSeconds?: number; isHtml?: boolean };

export interface Provider {
  url: string;
  /** Delivered subjects, by key. A repeat under a known key is not delivered again. */
  inbox: Map<string, string>;
  /** Headers that came with them, by key. */
  headers: Map<string, unknown>;
  /** Keys that were reused with a different e-mail. */
  contradicted: string[];
  requests: number;
  /** The key of each request, in the order in which they came. */
  keys: string[];
  /** Decides on each request; "well" until a test says otherwise. */
  mood: (key: string, requestNumber: number) => Mood;
  close(): Promise<void>;
}

/** A stand-in for Resend's API on this machine, which remembers idempotency keys as Resend does. */
export async function startProvider(): Promise<Provider> {
  const known = new Map<string, string>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const key = String(request.headers["idempotency-key"]);
    provider.requests += 1;
    const mood = provider.mood(key, provider.requests);
    provider.keys.push(key);
    if (mood === "silent") return;
    if (mood === "cut") return request.socket.destroy();
    if (typeof mood === "object") {
      if (mood.retryAfterSeconds !== undefined) response.setHeader("retry-after", mood.retryAfterSeconds);
      if (mood.isHtml) return response.writeHead(mood.status, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>");
      return answer(response, mood.status, { statusCode: mood.status, name: mood.name, message: "as the test wants it" });
    }
    if (known.has(key) && known.get(key) !== body) {
      provider.contradicted.push(key);
      return answer(response, 409, { statusCode: 409, name: "invalid_idempotent_request", message: "another mail" });
    }
    const { subject, headers } = JSON.parse(body) as { subject: string; headers?: unknown };
    if (!known.has(key)) provider.inbox.set(key, subject);
    provider.headers.set(key, headers);
    known.set(key, body);
    if (mood === "unheard") return;
    if (mood === "garbled") return response.writeHead(200, { "content-type": "application/json" }).end('{"id": "half');
    answer(response, 200, { id: `id of ${key}` });
  });
  const provider: Provider = {
    url: "",
    inbox: new Map(),
    headers: new Map(),
    contradicted: [],
    requests: 0,
    keys: [],
    mood: () => "well",
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  provider.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return provider;
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
