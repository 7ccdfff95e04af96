import { createHmac, randomBytes } from "node:crypto";

const PREFIX = "whsec_";

export function makeSecret(): string {
  return `${PREFIX}${randomBytes(32).toString("base64")}`;
}

/** The headers by which a receiver knows that a message is ours, unchanged and recent, as standardwebhooks.com says. */
export function signedHeaders(secret: string, id: string, at: Date, body: string): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.slice(PREFIX.length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}
