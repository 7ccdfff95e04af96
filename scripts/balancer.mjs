/**
 * `balancer.mjs PORT PORT…`: a round-robin load balancer from the first port to the others, for the browser tests only.
 * `X-Machine: 2` picks a machine.
 */
import { Agent, createServer, request } from "node:http";
import { pipeline } from "node:stream";

const [front, ...machines] = process.argv.slice(2).map(Number);
/** Its keep-alive is shorter than the product's, as a proxy's should be. */
const agent = new Agent({ keepAlive: true, timeout: 60_000 });
let turn = 0;

const server = createServer((asked, answer) => {
  const at = (Number(asked.headers["x-machine"]) || ++turn) - 1;
  const port = machines[at % machines.length];
  const caller = asked.socket.remoteAddress ?? "";
  const forwarded = [asked.headers["x-forwarded-for"], caller].filter(Boolean).join(", ");
  const headers = { "x-forwarded-proto": "http", ...asked.headers, "x-forwarded-for": forwarded };
  const onwards = request({ agent, host: "127.0.0.1", port, method: asked.method, path: asked.url, headers });
  onwards.once("response", (got) => {
    // Node sets the length, date and framing itself. Everything else is passed on unchanged, with each cookie as its own
    // header.
    answer.writeHead(got.statusCode ?? 502, [...got.rawHeaders, "x-machine", String((at % machines.length) + 1)]);
    pipeline(got, answer, () => {});
  });
  onwards.once("error", (error) => {
    if (!answer.headersSent) answer.writeHead(502, { "content-type": "text/plain" });
    answer.end(`Machine ${port}: ${error.message}`);
  });
  // A browser that has gone away no longer waits.
  answer.once("close", () => onwards.destroy());
  pipeline(asked, onwards, () => {});
});
server.listen(front, "127.0.0.1", () => console.log(`The balancer is ready at http://localhost:${front}`));
process.once("SIGTERM", () => process.exit(0));
