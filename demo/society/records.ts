import type { Adapter, AdapterPayload } from "oidc-provider";
import { readJson, writeJson } from "./file";

interface Stored {
  payload: AdapterPayload;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

export interface Records {
  adapterFor(kind: string): Adapter;
  /** Writes what is not written yet. */
  flush(): Promise<void>;
}

/** What outlives a restart; codes and tokens live for minutes and need not. */
const KEPT = ["Session:", "Grant:"];
/** Several sign-ins within this time share one write. */
const WRITE_AFTER_MILLISECONDS = 200;

/** The provider's records: in memory, sessions also in the file at `path`. */
export async function openRecords(path: string): Promise<Records> {
  const records = new Map<string, Stored>(Object.entries((await readJson<Record<string, Stored>>(path)) ?? {}));
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<unknown> = Promise.resolve();

  function write(): Promise<unknown> {
    if (timer) clearTimeout(timer);
    timer = null;
    for (const [key, { expiresAt }] of records) if (expiresAt < Date.now()) records.delete(key);
    const kept = [...records].filter(([key]) => KEPT.some((kind) => key.startsWith(kind)));
    writing = writing.then(() => writeJson(path, Object.fromEntries(kept)));
    return writing;
  }

  function changed(key: string): void {
    if (!KEPT.some((kind) => key.startsWith(kind))) return;
    timer ??= setTimeout(() => void write(), WRITE_AFTER_MILLISECONDS).unref();
  }

  function find(key: string): AdapterPayload | undefined {
    const stored = records.get(key);
    return stored && stored.expiresAt >= Date.now() ? stored.payload : undefined;
  }

  function findBy(kind: string, isIt: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [key, { payload }] of records) if (key.startsWith(`${kind}:`) && isIt(payload)) return find(key);
    return undefined;
  }

  return {
    adapterFor: (kind) => ({
      find: async (id) => find(`${kind}:${id}`),
      findByUid: async (uid) => findBy(kind, (payload) => payload.uid === uid),
      findByUserCode: async (userCode) => findBy(kind, (payload) => payload.userCode === userCode),
      upsert: async (id, payload, expiresIn) => {
        const expiresAt = expiresIn === undefined ? Number.MAX_SAFE_INTEGER : Date.now() + expiresIn * 1000;
        records.set(`${kind}:${id}`, { payload, expiresAt });
        changed(`${kind}:${id}`);
      },
      consume: async (id) => {
        const payload = find(`${kind}:${id}`);
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => {
        records.delete(`${kind}:${id}`);
        changed(`${kind}:${id}`);
      },
      revokeByGrantId: async (grantId) => {
        for (const [key, { payload }] of records) {
          if (key.startsWith(`${kind}:`) && payload.grantId === grantId) records.delete(key);
        }
      },
    }),
    flush: async () => void (await write()),
  };
}
