import { type ErrorResponse, Resend } from "resend";
import { methodOf } from "@/lib/notify/calendar/calendar";
import type { Outcome, Transport } from "@/lib/notify/outbox/mail";

interface ResendOptions {
  apiKey: string;
  /** Another address than Resend's own, for a stand-in. */
  baseUrl?: string;
  /** A provider that says nothing for this long is taken as unavailable. */
  timeoutSeconds?: number;
}

/** Mail through Resend's SDK, under the key of the occasion. */
export function resendTransport({ apiKey, baseUrl, timeoutSeconds = 10 }: ResendOptions): Transport {
  const resend = new Resend(apiKey, baseUrl === undefined ? {} : { baseUrl });
  return {
    async send({ key, from, replyTo, toAddress, subject, html, text, headers, calendar }) {
      const mail = { from, to: toAddress, subject, html, text, headers, ...(replyTo ? { replyTo } : {}), ...attach(calendar) };
      // The SDK hands these to fetch though its types for sending do not name them. A mail is not to follow a redirect.
      const forFetch = { signal: AbortSignal.timeout(timeoutSeconds * 1000), redirect: "error" };
      const options = { idempotencyKey: key, ...forFetch };
      try {
        const { data, error, headers: answered } = await resend.emails.send(mail, options);
        return error ? toOutcome(error, answered) : { kind: "accepted", providerId: data.id };
      } catch (error) {
        return { kind: "unavailable", reason: `Resend gave no answer: ${String(error)}` };
      }
    },
  };
}

/** The calendar file, as mail programs recognise it: they look at the method in its type. */
function attach(calendar: string | null) {
  if (calendar === null) return {};
  const contentType = `text/calendar; charset=utf-8; method=${methodOf(calendar)}`;
  return { attachments: [{ filename: "meeting.ics", content: Buffer.from(calendar).toString("base64"), contentType }] };
}

/** What an error of Resend means for the mail. */
export function toOutcome({ statusCode, name, message }: ErrorResponse, headers: Record<string, string> | null): Outcome {
  const reason = `Resend answered ${statusCode ?? "nothing"} ${name}: ${message}`;
  // Our payload for a key is stored before it is sent, so another payload is one that a change of settings altered
  // between two attempts, the first of which arrived.
  if (name === "invalid_idempotent_request") return { kind: "accepted", providerId: null };
  if (statusCode === 429) return { kind: "limited", reason, retryAfterSeconds: retryAfter(headers, name) };
  if (statusCode === null || statusCode >= 500 || isWorthRepeating(statusCode)) return { kind: "unavailable", reason };
  return { kind: "refused", reason };
}

/** 401 and 403 are about our key or domain, which somebody can mend without touching the mail. */
function isWorthRepeating(statusCode: number): boolean {
  return [401, 403, 408, 409].includes(statusCode);
}

function retryAfter(headers: Record<string, string> | null, name: ErrorResponse["name"]): number | null {
  const seconds = Number(headers?.["retry-after"]);
  if (Number.isFinite(seconds) && seconds > 0) return Math.min(seconds, 86_400);
  return name.endsWith("_quota_exceeded") ? 3600 : null;
}
