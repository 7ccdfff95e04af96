import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { env } from "@/lib/foundation/env";
import { must, type Try } from "../try";
import { visit } from "../visitor";

const COUNT = 20;
const LENGTH = 23 * 1024 * 1024;
/** Of what all of them together bring, 460 MB. */
const MOST_KEPT = 150 * 1024 * 1024;

/** Memory of the process that listens at the product's port. */
function memory(): number {
  const status = readFileSync(`/proc/${process.env.PRODUCT_PID}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024;
}

/** Sends all of a body but its last byte, and stays. */
function hang(): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(env().PORT, "127.0.0.1", () => {
      socket.write(
        `POST /support HTTP/1.1\r\nHost: ${new URL(env().APP_URL).host}\r\nOrigin: ${env().APP_URL}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${LENGTH}\r\n\r\n`,
      );
      socket.write(Buffer.alloc(LENGTH - 1, "a"), () => resolve(socket));
    });
    // An answer before the end is what should come.
    socket.on("error", () => resolve(socket)).on("close", () => resolve(socket));
    socket.resume();
  });
}

export const TRIES: Try[] = [
  {
    name: "twenty slow bodies of nobody are not kept in memory",
    async run() {
      const nobody = await visit(null);
      await nobody.ask("/sign-in");
      const before = memory();
      const sockets = await Promise.all(Array.from({ length: COUNT }, hang));
      const kept = memory() - before;
      const { status, ms } = await nobody.ask("/sign-in");
      for (const socket of sockets) socket.destroy();
      must(status === 200, `A page answers ${status} meanwhile.`);
      must(kept < MOST_KEPT, `${Math.round(kept / 1e6)} MB are kept.`);
      return `${Math.round(kept / 1e6)} MB more; a page meanwhile took ${Math.round(ms)} ms`;
    },
  },
];
