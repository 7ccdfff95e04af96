import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

const PATIENCE_MINUTES = 10;
const PATH = "/api/auth/callback/society";
const THANKS = "Thank you. You can close this page: the terminal shows what came.\n";

/**
 * What the society sends a browser back with: caught on the product's own port, in its place, or from the address that somebody pastes
 * because their browser could not reach us. @throws when the port is taken, or nobody has signed in for ten minutes.
 */
export async function waitForBrowser(port: number, typed: Readable): Promise<URLSearchParams> {
  const server = await listen(port);
  const lines = createInterface({ input: typed });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<URLSearchParams>((resolve, reject) => {
      const take = (address: string) => {
        const text = address.trim();
        const url = URL.canParse(text, "http://localhost") ? new URL(text, "http://localhost") : null;
        const isAnswer = url?.pathname === PATH && url.searchParams.has("state");
        if (isAnswer) resolve(url.searchParams);
        return isAnswer;
      };
      server.on("request", (request, response) => {
        const isAnswer = take(request.url ?? "");
        const headers = { "content-type": "text/plain; charset=utf-8", connection: "close" };
        response.writeHead(isAnswer ? 200 : 404, headers).end(isAnswer ? THANKS : "");
      });
      lines.on("line", take);
      timer = setTimeout(
        () => reject(new Error(`nobody signed in for ${PATIENCE_MINUTES} minutes`)),
        PATIENCE_MINUTES * 60_000,
      );
    });
  } finally {
    clearTimeout(timer);
    lines.close();
    server.close();
  }
}

async function listen(port: number): Promise<Server> {
  const server = createServer().listen(port);
  try {
    await once(server, "listening");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw new Error(`port ${port} is in use, probably by the product: stop it for as long as this takes`);
  }
  return server;
}
