import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { openAccounts, type RegisteredPerson } from "./accounts";
import { readSecrets } from "./keys";
import { openProvider } from "./provider";
import { openRecords } from "./records";
import { serveSite } from "./site";

export interface SocietyOptions {
  /** 0: any that is free. */
  port: number;
  /** Where Connect is. */
  appUrl: string;
  /** Changed e-mail addresses and passwords, sessions and keys are kept here. */
  dataDir: string;
  people: readonly RegisteredPerson[];
}

export interface Society {
  url: string;
  close(): Promise<void>;
}

/** Starts the society's membership website, on this machine's own addresses only. */
export async function startSociety({ port, appUrl, dataDir, people }: SocietyOptions): Promise<Society> {
  const folder = join(dataDir, "society");
  const secrets = await readSecrets(join(folder, "secrets.json"));
  const [accounts, records] = await Promise.all([
    openAccounts(join(folder, "accounts.json"), people),
    openRecords(join(folder, "sessions.json")),
  ]);

  // The address is part of the provider, so the port has to be known before it; who asks meanwhile, waits.
  let open: (handle: Handle) => void = () => {};
  const opened = new Promise<Handle>((resolve) => {
    open = resolve;
  });
  const handle: Handle = async (request, response) => (await opened)(request, response);
  const server = createServer(handle);
  await listen(server, port, "127.0.0.1");
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = await openProvider({ issuer: url, appUrl, secrets, accounts, records });
  provider.use(serveSite({ provider, accounts, issuer: url, appUrl }));
  open(provider.callback());
  const second = await listenOnIpv6((server.address() as AddressInfo).port, handle);

  return {
    url,
    close: async () => {
      for (const one of [server, second]) one?.closeAllConnections();
      await Promise.all([server, second].map((one) => one && new Promise((closed) => one.close(closed))));
      await records.flush();
    },
  };
}

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** Some browsers take localhost to be ::1. A machine without IPv6 does without. */
async function listenOnIpv6(port: number, handle: Handle): Promise<Server | null> {
  const server = createServer(handle);
  try {
    await listen(server, port, "::1");
    return server;
  } catch {
    return null;
  }
}
