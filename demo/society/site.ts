import type { KoaContextWithOIDC } from "oidc-provider";
import type { Site } from "./accounts";
import { changeEmail, changePassword } from "./changes";
import { html } from "./html";
import { MARK, STYLE } from "./layout";
import { show, showError, showHome, showRenewal, showWelcome } from "./pages";
import { endSession, readSubject } from "./sessions";
import { signIn, signInForConnect } from "./sign-in";

/** The pages of the membership website; everything else is left to the OpenID Connect provider. */
export function serveSite(site: Site) {
  const { origin, host } = new URL(site.issuer);
  return async (ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    // Cookies belong to one name of this machine, and no other name may lead here.
    if (ctx.get("host") !== host) return ctx.redirect(`${site.issuer}${ctx.method === "GET" ? ctx.url : "/"}`);
    setSecurityHeaders(ctx, site.appUrl);
    const page = findPage(ctx);
    if (!page) return letProviderAnswer(ctx, next, site.appUrl);
    if (ctx.method === "POST" && ctx.get("origin") !== origin)
      return showError(ctx, site.appUrl, "This form did not come from our website.");
    await page(ctx, site);
  };
}

type Handler = (ctx: KoaContextWithOIDC, site: Site) => Promise<void> | void;

const PAGES: Record<string, Handler> = {
  "/": home,
  "/sign-in": signIn,
  "/email": changeEmail,
  "/password": changePassword,
  "/renew": renewal,
  "/sign-out": signOut,
  "/site.css": (ctx) => file(ctx, "text/css", STYLE),
  "/mark.svg": (ctx) => file(ctx, "image/svg+xml", MARK),
};

function findPage(ctx: KoaContextWithOIDC): Handler | null {
  if (ctx.method !== "GET" && ctx.method !== "POST") return null;
  if (/^\/sign-in\/[\w-]+$/.test(ctx.path)) return signInForConnect;
  return Object.hasOwn(PAGES, ctx.path) ? (PAGES[ctx.path] ?? null) : null;
}

async function home(ctx: KoaContextWithOIDC, { provider, accounts, appUrl }: Site): Promise<void> {
  const subject = await readSubject(provider, ctx);
  const person = subject ? accounts.find(subject) : null;
  if (person) showHome(ctx, person, appUrl);
  else showWelcome(ctx, appUrl);
}

async function renewal(ctx: KoaContextWithOIDC, { provider, accounts }: Site): Promise<void> {
  const subject = await readSubject(provider, ctx);
  showRenewal(ctx, (subject && accounts.find(subject)?.name) || null);
}

async function signOut(ctx: KoaContextWithOIDC, { provider }: Site): Promise<void> {
  if (ctx.method === "POST") await endSession(provider, ctx, await provider.Session.get(ctx));
  ctx.status = 303;
  ctx.redirect("/");
}

function file(ctx: KoaContextWithOIDC, type: string, body: string): void {
  ctx.type = type;
  ctx.set("cache-control", "public, max-age=600");
  ctx.body = body;
}

/**
 * The provider answers. When somebody signs out who is signed out here already, it wants to go on by script: nothing is
 * left to confirm, so go straight back.
 */
async function letProviderAnswer(ctx: KoaContextWithOIDC, next: () => Promise<void>, appUrl: string): Promise<void> {
  await next();
  if (ctx.oidc?.route === "end_session" && ctx.status === 200 && !ctx.oidc.session?.accountId) {
    const { post_logout_redirect_uri: back, state } = ctx.oidc.params ?? {};
    ctx.status = 303;
    ctx.redirect(back ? `${back}${state ? `?state=${encodeURIComponent(String(state))}` : ""}` : `${appUrl}/`);
  }
  if (ctx.status === 404 && !ctx.body) {
    show(ctx, { title: "Page not found", body: NOT_FOUND }, 404);
  }
}

function setSecurityHeaders(ctx: KoaContextWithOIDC, appUrl: string): void {
  ctx.set({
    // Browsers hold the whole way of a form to this list, and from here it leads back to Connect.
    "content-security-policy": `default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' ${new URL(appUrl).origin}; frame-ancestors 'none'; base-uri 'none'`,
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
}

const NOT_FOUND = html`<div class="narrow"><h1>There is no such page</h1><p><a href="/">Go to the front page</a></p></div>`;
