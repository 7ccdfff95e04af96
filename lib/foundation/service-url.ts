/**
 * Whether an address with a name and a password means what its author meant. A character such as # or / in a password that
 * is not percent-encoded ends the name of the host early, so that the rest is read as a path or dropped.
 */
export function isWholeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { username, password, pathname, search, hash } = new URL(text);
  if (hash || pathname.includes("@") || (!username && search.includes("@"))) return false;
  return canDecode(username) && canDecode(password);
}

export const ENCODE_PASSWORD =
  "should be a valid URL; percent-encode special characters in the password, such as %40 for @, %2F for /, %23 for # and %25 for %";

/** A mail server, as SMTP_URL names it. */
export interface SmtpServer {
  host: string;
  port: number;
  /** "start": the connection begins with TLS. "required": by STARTTLS, or nothing is sent. */
  tls: "start" | "required" | "optional" | "off";
  login: { user: string; pass: string } | null;
}

const SUBMISSION_PORT = 587;
const SUBMISSION_TLS_PORT = 465;

/** Reads smtp://user:password@host:587 or smtps://…; `?tls=optional` and `?tls=off` are for servers without STARTTLS. */
export function readSmtpUrl(text: string): SmtpServer | { problem: string } {
  if (!/^smtps?:\/\//.test(text)) return { problem: "should be an address such as smtp://user:password@mail.example.org:587" };
  if (!isWholeUrl(text)) return { problem: ENCODE_PASSWORD };
  const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(text);
  const tls = protocol === "smtps:" ? "start" : (searchParams.get("tls") ?? "required");
  if (!hostname) return { problem: "should name a host, such as smtp://mail.example.org:587" };
  if (pathname.length > 1) return { problem: "should end with the host and the port" };
  if ([...searchParams.keys()].some((name) => name !== "tls") || !isTls(tls)) {
    return { problem: "should have nothing after the port but ?tls=required, ?tls=optional or ?tls=off" };
  }
  const host = hostname.replace(/^\[|\]$/g, "");
  const login = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : null;
  if (login && (tls === "optional" || tls === "off") && !isThisMachine(host)) {
    return { problem: `should not have a password with tls=${tls}: anybody on the way could read it` };
  }
  return { host, port: Number(port) || (tls === "start" ? SUBMISSION_TLS_PORT : SUBMISSION_PORT), tls, login };
}

function isTls(word: string): word is SmtpServer["tls"] {
  return ["start", "required", "optional", "off"].includes(word);
}

function isThisMachine(host: string): boolean {
  return ["localhost", "127.0.0.1", "::1"].includes(host);
}

function canDecode(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
