import { connect, createServer, type Socket } from "node:net";

/** Kinds of messages of PostgreSQL's protocol that run something: Query, and Execute of a prepared statement. */
const RUNS = new Set(["Q", "E"]);

export interface QueryCount {
  /** The database's address by way of us. */
  url: string;
  /** How many statements have passed. */
  read(): number;
  stop(): void;
}

/** Stands between the product and the database and counts what is asked. Without TLS: the lengths must be readable. */
export async function countQueries(databaseUrl: string): Promise<QueryCount> {
  const { hostname, port } = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer((client) => {
    const database = connect(Number(port || 5432), hostname);
    const see = readMessages((kind) => {
      if (RUNS.has(kind)) count++;
    });
    client.on("data", see);
    client.pipe(database).pipe(client);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on("error", () => {});
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(typeof address === "object" && address ? address.port : 0);
  const stop = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { url: url.href, read: () => count, stop };
}

/** Cuts what a client sends into messages. The first one, which opens the connection, has a length and no kind. */
function readMessages(see: (kind: string) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let isOpen = false;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const offset = isOpen ? 1 : 0;
      if (rest.length < offset + 4) return;
      const length = offset + rest.readUInt32BE(offset);
      if (rest.length < length) return;
      if (isOpen) see(String.fromCharCode(rest[0] ?? 0));
      isOpen = true;
      rest = rest.subarray(length);
    }
  };
}
