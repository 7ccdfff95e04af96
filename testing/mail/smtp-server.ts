import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import type { SmtpServer } from "@/lib/foundation/service-url";
import { CERTIFICATE, KEY } from "./certificate";

/**
 * How the server treats a mail: correctly, with a reply at one of its steps, or not at all. "unheard" takes it and never says so,
 * "cut" takes it and drops the connection.
 */
export type SmtpMood =
  | "well"
  | "silent"
  | "unheard"
  | "cut"
  | { at: "sender" | "recipient" | "end"; code: number; says?: string };

interface Received {
  messageId: string;
  from: string;
  to: string[];
  source: string;
}

export interface MailServer {
  server: SmtpServer;
  /** Every copy of a mail that it took, in the order in which they came. */
  received: Received[];
  /** Message-IDs that mailboxes show: a repeat is the same mail. */
  shown: () => string[];
  connections: number;
  /** The most that were open at a time. */
  mostAtOnce: number;
  mood: (recipient: string, mailNumber: number) => SmtpMood;
  /** Drops every connection, as a server that restarts. */
  hangUp(): void;
  close(): Promise<void>;
}

export const LOGIN = { user: "connect@example.org", pass: "p@ss#w/rd" };

interface Options {
  /** Offers no STARTTLS. */
  isPlain?: boolean;
  /** Lets in only who knows LOGIN. */
  asksLogin?: boolean;
  /** Greets every connection with this code. */
  greets?: number;
}

/** A real SMTP server on this machine, with moods. */
export async function startMailServer({ isPlain = false, asksLogin = false, greets }: Options = {}): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const moods = new WeakMap<SMTPServerSession, SmtpMood>();
  let mails = 0;
  const smtp = new SMTPServer({
    cert: CERTIFICATE,
    key: KEY,
    disabledCommands: [...(isPlain ? ["STARTTLS"] : []), ...(asksLogin ? [] : ["AUTH"])],
    authOptional: !asksLogin,
    onConnect: (_session, done) => {
      mail.connections += 1;
      mail.mostAtOnce = Math.max(mail.mostAtOnce, sockets.size);
      done(greets ? refusal(greets) : null);
    },
    onAuth: ({ username, password }, _session, done) =>
      username === LOGIN.user && password === LOGIN.pass ? done(null, { user: username }) : done(refusal(535, "who is that?")),
    onMailFrom: (_address, session, done) => {
      // The mood is known with the recipient, except for one that refuses the sender.
      const mood = mail.mood("", mails + 1);
      done(typeof mood === "object" && mood.at === "sender" ? refusal(mood.code, mood.says) : null);
      moods.delete(session);
    },
    onRcptTo: ({ address }, session, done) => {
      mails += 1;
      const mood = mail.mood(address, mails);
      moods.set(session, mood);
      done(typeof mood === "object" && mood.at === "recipient" ? refusal(mood.code, mood.says) : null);
    },
    onData: async (stream, session, done) => {
      const source = await readAll(stream);
      // Whoever was sending it died.
      if (source === null) return;
      const mood = moods.get(session) ?? "well";
      if (mood === "silent") return;
      if (typeof mood === "object" && mood.at === "end") return done(refusal(mood.code, mood.says));
      const { mailFrom, rcptTo } = session.envelope;
      mail.received.push({
        messageId: /^Message-ID: (.*)$/im.exec(source)?.[1] ?? "",
        from: mailFrom ? mailFrom.address : "",
        to: rcptTo.map(({ address }) => address),
        source,
      });
      if (mood === "unheard") return;
      if (mood === "cut") {
        for (const socket of sockets) if (socket.remotePort === session.remotePort) socket.destroy();
        return;
      }
      done(null, "queued");
    },
  });
  smtp.on("error", () => {});
  smtp.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  smtp.listen(0, "127.0.0.1");
  await once(smtp.server, "listening");
  const mail: MailServer = {
    server: {
      host: "127.0.0.1",
      port: (smtp.server.address() as AddressInfo).port,
      tls: isPlain ? "off" : "required",
      login: asksLogin ? LOGIN : null,
    },
    received: [],
    shown: () => [...new Set(mail.received.map(({ messageId }) => messageId))],
    connections: 0,
    mostAtOnce: 0,
    mood: () => "well",
    hangUp: () => {
      for (const socket of sockets) socket.destroy();
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => smtp.close(() => resolve()));
      mail.hangUp();
      await closed;
    },
  };
  return mail;
}

async function readAll(stream: AsyncIterable<unknown>): Promise<string | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of stream) chunks.push(chunk as Buffer);
  } catch {
    return null;
  }
  return Buffer.concat(chunks).toString();
}

function refusal(code: number, says = "as the test wants it"): Error {
  return Object.assign(new Error(says), { responseCode: code });
}
