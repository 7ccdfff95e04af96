import { connect, type Socket } from "node:net";

/** What a scanner says of a file: nothing bad found, the name of what it found, or that it could not say, and why. */
export type Verdict = { is: "clean" } | { is: "infected"; what: string } | { is: "unknown"; why: string };

/** Where a clamd listens: a host with a port, or a socket on this machine. */
export type ScannerAddress = { host: string; port: number } | { path: string };

/** clamd's usual limit of a piece is much larger; small pieces let other connections have their turn. */
const PIECE = 64 * 1024;
/** A file of 8 MB takes a scanner a second or two. */
const PATIENCE_SECONDS = 30;
/** A verdict is a line. */
const LONGEST_ANSWER = 4096;

/** Reads CLAMD: host:port, [address]:port or the path of a socket; null for anything else. */
export function readScannerAddress(text: string): ScannerAddress | null {
  if (text.startsWith("/")) return { path: text };
  const [, host, bracketed, port] = /^(?:([^\s:[\]/]+)|\[([0-9a-f:]+)\]):(\d{1,5})$/i.exec(text) ?? [];
  const number = Number(port);
  return number >= 1 && number <= 65_535 ? { host: host ?? bracketed ?? "", port: number } : null;
}

/**
 * Sends a file to a clamd with its command INSTREAM and returns what it says. Never throws: a scanner that is away, hangs, or says
 * something else leaves the file unknown.
 */
export async function scan(bytes: Uint8Array, address: ScannerAddress, patience = PATIENCE_SECONDS): Promise<Verdict> {
  const socket = connect(address);
  try {
    return readVerdict(await exchange(socket, bytes, patience));
  } catch (error) {
    return { is: "unknown", why: error instanceof Error ? error.message : String(error) };
  } finally {
    socket.destroy();
  }
}

function exchange(socket: Socket, bytes: Uint8Array, patience: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const timer = setTimeout(() => reject(new Error(`no verdict within ${patience} seconds`)), patience * 1000);
    socket.once("close", () => clearTimeout(timer));
    socket.once("error", reject);
    socket.setEncoding("utf8");
    socket.on("data", (text) => {
      answer += text;
      if (answer.includes("\0")) resolve(answer);
      else if (answer.length > LONGEST_ANSWER) reject(new Error("an answer without an end"));
    });
    socket.once("end", () => reject(new Error("the connection ended before the verdict")));
    socket.once("connect", () => {
      for (const piece of piecesOf(bytes)) socket.write(piece);
    });
  });
}

/** The command, then pieces with their lengths in front, then one of no length. */
function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from("zINSTREAM\0");
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    yield lengthOf(piece.length);
    yield piece;
  }
  yield lengthOf(0);
}

function lengthOf(length: number): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(length);
  return four;
}

function readVerdict(answer: string): Verdict {
  const line = answer.slice(0, answer.indexOf("\0")).trim();
  if (line === "stream: OK") return { is: "clean" };
  const found = /^stream: (.+) FOUND$/.exec(line)?.[1];
  return found ? { is: "infected", what: found } : { is: "unknown", why: line.slice(0, 200) };
}
