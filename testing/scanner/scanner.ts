import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** What every scanner finds: a harmless text that was agreed for trying them. Put together here, so that none finds this file. */
export const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

type Mood = "scans" | "hangs" | "breaks-off" | "says-nonsense" | "is-full";

/** A server that speaks clamd's INSTREAM, as far as the product does, and finds EICAR. */
export async function startScanner(mood: Mood = "scans") {
  const received: number[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    // A connection that is broken off is nothing that the test did not want.
    answer(socket, mood, received).catch(() => {});
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
  };
  return { address: { host: "127.0.0.1", port }, received, stop };
}

async function answer(socket: Socket, mood: Mood, received: number[]): Promise<void> {
  if (mood === "breaks-off") return void socket.destroy();
  if (mood === "is-full") return void socket.end("INSTREAM size limit exceeded. ERROR\0");
  let bytes = Buffer.alloc(0);
  for await (const piece of socket) {
    bytes = Buffer.concat([bytes, piece as Buffer]);
    const file = readStream(bytes);
    if (!file) continue;
    received.push(file.length);
    if (mood === "hangs") continue;
    if (mood === "says-nonsense") return void socket.end("HTTP/1.1 400 Bad Request\r\n\0");
    return void socket.end(file.includes(EICAR) ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0");
  }
}

/** The file, once all of it is there. */
function readStream(bytes: Buffer): Buffer | null {
  const command = "zINSTREAM\0";
  if (!bytes.subarray(0, command.length).equals(Buffer.from(command))) return null;
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
