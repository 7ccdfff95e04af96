import { connect, createServer, type Server, type Socket } from "node:net";

/** A proxy to a server that a test can shut down or stall, as networks and machines do. */
export interface BreakableProxy {
  /** The server's address, through the proxy. */
  url: string;
  /** As if the server were down: open connections are cut, and new ones are refused. */
  shut(): Promise<void>;
  /** As if the server hung: connections stay open and can be made, but no data passes. */
  stall(): void;
  /** Passes new connections again. Connections that were cut or stalled stay so. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a proxy on a free local port, in front of the server at `target`, a URL with a host and a port. */
export async function openBreakableProxy(target: string): Promise<BreakableProxy> {
  const address = new URL(target);
  const passing = new Set<Socket>();
  let isStalled = false;
  let server: Server | null = null;
  let port = 0;

  const pass = (near: Socket) => {
    const far = connect({ host: address.hostname, port: Number(address.port) });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      passing.add(from);
      if (!isStalled) from.pipe(to);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        passing.delete(from);
        to.destroy();
      });
    }
  };
  const listen = () =>
    new Promise<void>((resolve, reject) => {
      server = createServer(pass).once("error", reject);
      server.listen(port, "127.0.0.1", () => {
        const bound = server?.address();
        port = typeof bound === "object" && bound ? bound.port : 0;
        resolve();
      });
    });
  const shut = async () => {
    const closing = server;
    server = null;
    for (const socket of passing) socket.destroy();
    await new Promise<void>((resolve) => (closing ? closing.close(() => resolve()) : resolve()));
  };

  await listen();
  const through = new URL(target);
  through.hostname = "127.0.0.1";
  through.port = String(port);
  return {
    url: through.href,
    shut,
    stall: () => {
      isStalled = true;
      for (const socket of passing) socket.unpipe().pause();
    },
    open: async () => {
      isStalled = false;
      if (!server) await listen();
    },
    close: shut,
  };
}
