import nodemailer, { type NodemailerError } from "nodemailer";
import { readSmtpUrl } from "@/lib/foundation/service-url";
import { connectionTo } from "@/lib/notify/delivery/smtp";
import type { SmtpAnswer } from "./diagnosis";

const CONNECT_SECONDS = 5;

/** Connects, says EHLO, begins TLS and logs in, as a mail would, and leaves without sending one. */
export async function examineSmtp(url: string, ca?: string): Promise<SmtpAnswer> {
  const server = readSmtpUrl(url);
  if ("problem" in server) throw new Error(server.problem);
  const transport = nodemailer.createTransport({
    ...connectionTo(server, CONNECT_SECONDS, ca),
    socketTimeout: CONNECT_SECONDS * 1000,
  });
  try {
    await transport.verify();
    return { isWell: true };
  } catch (error) {
    const { code, message, response } = error as NodemailerError;
    return { isWell: false, at: whereItFailed(code, response, message), says: response ?? message };
  } finally {
    transport.close();
  }
}

function whereItFailed(code: string | undefined, response: string | undefined, message: string) {
  if (code === "EDNS") return "address";
  if (code === "EAUTH" || code === "ENOAUTH") return "login";
  if (code === "ETLS" || /certificate|\bTLS\b|\bSSL\b/i.test(message)) return "tls";
  return response ? "greeting" : "connection";
}
