import { randomUUID } from "node:crypto";
import { Agent, type IncomingHttpHeaders, request as open } from "node:http";
import { encode } from "next-auth/jwt";
import { env } from "@/lib/foundation/env";
import { type Fields, readForm } from "./form";

/** A page takes milliseconds; an attack that works takes minutes, and this says so sooner. */
const PATIENCE_MS = 120_000;
const COOKIE = "authjs.session-token";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
  /** How long it took. */
  ms: number;
}

interface Asked {
  method?: string;
  /** Null takes away one that is sent otherwise. */
  headers?: Record<string, string | null>;
  body?: Buffer;
}

type Changed = Record<string, string | readonly string[] | Blob | readonly Blob[]>;

export interface Visitor {
  ask(path: string, asked?: Asked): Promise<Answer>;
  /** Opens the page, fills in the form with this button, changes fields (hidden ones too) and presses it. */
  press(path: string, button: string, changed?: Changed): Promise<Answer>;
  /** The fields of that form as the page has them. */
  formOf(path: string, button: string): Promise<Fields>;
  /** Sends fields as a form of ours does where there is no script. */
  send(path: string, fields: Fields, changed?: Changed, headers?: Asked["headers"]): Promise<Answer>;
}

const agent = new Agent({ keepAlive: true, maxSockets: 50 });

/** Somebody with a session of their own, by id, or nobody at all. */
export async function visit(member: { id: string; sessionEpoch: number } | null): Promise<Visitor> {
  const cookie: Record<string, string> = member === null ? {} : { cookie: `${COOKIE}=${await sessionOf(member)}` };

  const visitor: Visitor = {
    ask: (path, asked = {}) => ask(path, { ...asked, headers: { ...cookie, ...asked.headers } }),
    async formOf(path, button) {
      const page = await visitor.ask(path);
      if (page.status !== 200) throw new Error(`${path} answers ${page.status}.`);
      return readForm(page.text, button, path);
    },
    async send(path, fields, changed = {}, headers = {}) {
      const form = new Response(fill(fields, changed));
      const body = Buffer.from(await form.arrayBuffer());
      const type = form.headers.get("content-type") ?? "";
      return visitor.ask(path, { method: "POST", body, headers: { "content-type": type, origin: env().APP_URL, ...headers } });
    },
    press: async (path, button, changed) => visitor.send(path, await visitor.formOf(path, button), changed),
  };
  return visitor;
}

function sessionOf({ id, sessionEpoch }: { id: string; sessionEpoch: number }): Promise<string> {
  const token = { memberId: id, epoch: sessionEpoch, session: randomUUID(), signedInAt: Date.now() };
  return encode({ token, secret: env().AUTH_SECRET, salt: COOKIE, maxAge: 3600 });
}

function fill(fields: Fields, changed: Changed): FormData {
  const form = new FormData();
  for (const [name, value] of fields) if (!(name in changed)) form.append(name, value);
  for (const [name, given] of Object.entries(changed))
    for (const value of Array.isArray(given) ? given : [given])
      if (typeof value === "string") form.append(name, value);
      else form.append(name, value, "file.pdf");
  return form;
}

/** As it is written, whatever a browser would make of it. */
function ask(path: string, { method = "GET", headers = {}, body }: Asked): Promise<Answer> {
  const started = performance.now();
  const given = Object.fromEntries(Object.entries(headers).filter((one): one is [string, string] => one[1] !== null));
  const length = body && !("transfer-encoding" in given) ? { "content-length": String(body.length) } : {};
  const { host } = new URL(env().APP_URL);
  return new Promise((resolve, reject) => {
    const asked = open(
      { agent, host: "127.0.0.1", port: env().PORT, path, method, headers: { host, ...length, ...given } },
      async (answer) => {
        try {
          const all = Buffer.concat(await answer.toArray());
          const { statusCode: status = 0, headers } = answer;
          resolve({ status, headers, body: all, text: all.toString(), ms: performance.now() - started });
        } catch (error) {
          reject(error);
        }
      },
    );
    asked.setTimeout(PATIENCE_MS, () => asked.destroy(new Error(`${method} ${path} took more than ${PATIENCE_MS} ms.`)));
    asked.on("error", reject).end(body);
  });
}
