import { createHash } from "node:crypto";
import nodemailer, { type NodemailerError } from "nodemailer";
import type { SmtpServer } from "@/lib/foundation/service-url";
import { methodOf } from "@/lib/notify/calendar/calendar";
import type { Outcome, OutgoingMail, Transport } from "@/lib/notify/outbox/mail";

interface SmtpOptions {
  server: SmtpServer;
  /** How we name ourselves to the server; the machine's own name where it is not given. */
  helloName?: string;
  /** Certificates to trust beside the public ones. */
  ca?: string;
  /** A server that does not greet us within this is taken as unavailable. */
  connectSeconds?: number;
  /** One mail, from waiting for a connection to the server's last word. */
  mailSeconds?: number;
}

/** Servers for whole organisations often allow no more than three. */
const CONNECTIONS = 3;
/** Relays close a connection that sends much more. */
const MAILS_PER_CONNECTION = 100;
/** Well before the server closes the connection by itself. */
const IDLE_SECONDS = 30;

/**
 * Mail through the society's own server. SMTP knows no idempotency key: if the connection breaks after the server has taken
 * a mail, a repeat arrives as well. It has the same Message-ID, so that mailboxes which know it show it once.
 */
export function smtpTransport({ server, helloName, ca, connectSeconds = 10, mailSeconds = 60 }: SmtpOptions): Transport {
  const pool = nodemailer.createTransport({
    ...connectionTo(server, connectSeconds, ca),
    ...(helloName ? { name: helloName } : {}),
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: MAILS_PER_CONNECTION,
    // Only for a connection that the server closed while it was idle, before a byte of the mail was sent.
    maxRequeues: 1,
    idleTimeout: IDLE_SECONDS * 1000,
    socketTimeout: mailSeconds * 1000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      try {
        const { messageId } = await pool.sendMail({ ...toMessage(mail), signal: AbortSignal.timeout(mailSeconds * 1000) });
        return { kind: "accepted", providerId: messageId };
      } catch (error) {
        return toOutcome(error as NodemailerError);
      }
    },
  };
}

/** How nodemailer should connect; also what the doctor tries. */
export function connectionTo({ host, port, tls, login }: SmtpServer, connectSeconds: number, ca?: string) {
  const milliseconds = connectSeconds * 1000;
  return {
    host,
    port,
    secure: tls === "start",
    requireTLS: tls === "required",
    ignoreTLS: tls === "off",
    tls: { minVersion: "TLSv1.2" as const, ...(ca ? { ca } : {}) },
    ...(login ? { auth: login, forceAuth: true } : {}),
    connectionTimeout: milliseconds,
    greetingTimeout: milliseconds,
    dnsTimeout: milliseconds,
  };
}

function toMessage({ key, from, replyTo, toAddress, subject, html, text, headers, calendar }: OutgoingMail) {
  return {
    messageId: messageIdOf(key, from),
    from,
    // As an object, an address is never read as a list of several.
    to: { name: "", address: toAddress },
    ...(replyTo ? { replyTo: { name: "", address: replyTo } } : {}),
    subject,
    html,
    text,
    // RFC 3834: no out-of-office reply should come back.
    headers: { ...headers, "Auto-Submitted": "auto-generated" },
    attachments: calendar === null ? [] : [attachmentOf(calendar)],
  };
}

function attachmentOf(calendar: string) {
  const contentType = `text/calendar; charset=utf-8; method=${methodOf(calendar)}`;
  return { filename: "meeting.ics", content: calendar, contentType };
}

/** The same for every attempt. The key stays hidden, because it names records of ours. */
export function messageIdOf(key: string, from: string): string {
  const domain = /@([^\s@<>]+?)>?\s*$/.exec(from)?.[1] ?? "connect.invalid";
  return `<${createHash("sha256").update(key).digest("hex").slice(0, 40)}@${domain}>`;
}

/** What an error means for the mail. */
export function toOutcome({ code, command, responseCode, response, message }: NodemailerError): Outcome {
  const reason = response ? `The mail server answered ${response}` : `The mail server could not be used: ${message}`;
  const isAboutTheMail = command === "RCPT TO" || command === "DATA";
  if (responseCode === undefined) {
    // The library found by itself that the address cannot be one, or that the server takes no mail of this size.
    const isHopeless = (code === "EENVELOPE" && command === "API") || (code === "EMESSAGE" && command === "MAIL FROM");
    return { kind: isHopeless ? "refused" : "unavailable", reason };
  }
  if (responseCode >= 500 && (isAboutTheMail || responseCode === TOO_LARGE)) return { kind: "refused", reason };
  // Instead of a greeting, this is about us alone: too many connections, or too much today.
  if (responseCode === CLOSING && code === "EPROTOCOL") return { kind: "limited", reason, retryAfterSeconds: null };
  // What is left is greylisting, a full queue, or our login or sender, which somebody can mend without touching the mail.
  return { kind: "unavailable", reason };
}

const CLOSING = 421;
const TOO_LARGE = 552;
