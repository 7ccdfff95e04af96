import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import { NextResponse } from "next/server";
import { ASKED_HEADER } from "@/lib/people/auth/asked";
import { type Cookie, renewedCookies } from "@/lib/people/auth/renewal";
import { makeNonce, pagePolicy } from "./page-policy";

/** The addresses of pages, as the first rule of proxy.ts has them. */
export const PAGES =
  "/((?!_next/static|_next/image|icon\\.svg$|theme/|logo/[^/]+\\.png$|pictures/[^/]+/[^/]+\\.webp$|(?:admin/)?support/[^/]+/files/[^/]+$|films/[^/]+$|films/[^/]+/captions$|films$|(?:demo/mailbox|admin/mails)/[^/]+/html$|api/(?:register|mail/events|cron/(?:sweep|nightly)|health|unsubscribe/[^/]+|v1/[^/]+)$).*)";
const PAGE = new RegExp(`^${PAGES}$`);

/** What proxy.ts looks for among the headers. With a space in its name it can be sent by nobody: Node answers 400. */
export const MARK = "connect door";

/** Whatever goes through the headers does not come by what stands above them, and would refuse this name. */
const MARKED = Object.create(Object.prototype, { [MARK]: { value: "1" } });

/** A request with one of these sends something, or has been seen by proxy.ts on a host that runs it apart. */
const NOT_ONLY_ASKING = ["content-type", "content-length", "transfer-encoding", "next-action", ASKED_HEADER];

/**
 * Does what proxy.ts does for whoever only asks for a page, in the process that makes it: to run proxy.ts takes Next a twelfth of a
 * page's time. Whatever else comes, and all that comes where no Node server of ours runs, is left to it.
 */
export function openPageDoor(): void {
  const emit = Server.prototype.emit as (this: Server, ...given: unknown[]) => boolean;
  Server.prototype.emit = function (this: Server, ...given: unknown[]): boolean {
    const goOn = () => emit.apply(this, given);
    if (given[0] !== "request") return goOn();
    const [, request, response] = given as [string, IncomingMessage, ServerResponse];
    if (!onlyAsksForPage(request)) return goOn();
    // What has not been done here is done by proxy.ts.
    letIn(request, response)
      .catch(() => {})
      .then(goOn);
    return true;
  };
}

function onlyAsksForPage({ method, url = "", headers }: IncomingMessage): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  if (NOT_ONLY_ASKING.some((name) => name in headers)) return false;
  // Below /_next/data, Next leads on to another address, which may be a file's.
  return !url.startsWith("/_next/") && PAGE.test(url.split("?", 1)[0] ?? "") && isPlain(url);
}

/** Whether an address is written as everybody reads it. */
function isPlain(url: string): boolean {
  const base = "http://here.invalid";
  return URL.canParse(url, base) && new URL(url, base).href === base + url;
}

async function letIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = "", url = "", headers } = request;
  const policy = await pagePolicy(makeNonce());
  const { cookie = "", accept = "" } = headers;
  const renewed = await renewedCookies({ method, headers: new Headers({ cookie, accept }) });
  // From here on, nothing waits: what is done in part would be done twice.
  headers["content-security-policy"] = policy;
  headers[ASKED_HEADER] = url;
  response.setHeader("content-security-policy", policy);
  if (renewed.length > 0) response.appendHeader("set-cookie", written(renewed));
  Object.setPrototypeOf(headers, MARKED);
}

/** As the framework writes them. */
function written(cookies: readonly Cookie[]): string[] {
  const answer = new NextResponse();
  for (const cookie of cookies) answer.cookies.set(cookie);
  return answer.headers.getSetCookie();
}
