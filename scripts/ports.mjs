import { connect, createServer } from "node:net";

/** Whether nobody listens on this port of the machine. */
export async function isFree(port) {
  for (const host of ["127.0.0.1", "::1"]) {
    const isTaken = await new Promise((resolve) => {
      const socket = connect({ port, host });
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
      socket.once("close", () => resolve(false));
      setTimeout(() => socket.destroy(), 500).unref();
      socket.once("connect", () => socket.destroy());
    });
    if (isTaken) return false;
  }
  return true;
}

export function findFreePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
