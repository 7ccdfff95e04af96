import type { KoaContextWithOIDC } from "oidc-provider";
import { SOCIETY_NAME, SUPPORT_EMAIL, SUPPORT_PHONE } from "@/demo/settings";
import { FIRST_PASSWORD, type RegisteredPerson } from "./accounts";
import { html, type Markup, trusted } from "./html";
import { layout, type Page } from "./layout";

export interface Field {
  name: string;
  label: string;
  hint?: string;
  type?: "text" | "email" | "password";
  autocomplete: string;
  value?: string;
  wrong?: string;
}

/** Writes a page as the answer. */
export function show(ctx: KoaContextWithOIDC, page: Page, status = 200): void {
  ctx.status = status;
  ctx.type = "text/html; charset=utf-8";
  ctx.body = layout(page);
}

/** Everything a form needs to be filled in, refused and filled in again. */
export function showForm(
  ctx: KoaContextWithOIDC,
  {
    title,
    intro,
    fields,
    button,
    refusal,
    cancel,
    name,
  }: {
    title: string;
    intro: Markup;
    fields: readonly Field[];
    button: string;
    refusal?: string | undefined;
    /** What a second button says that goes back. */
    cancel?: string | undefined;
    name?: string | undefined;
  },
): void {
  const isError = refusal !== undefined || fields.some((field) => field.wrong);
  const wrong = fields.filter((field) => field.wrong);
  const body = html`<div class="narrow">
    <h1>${title}</h1>
    ${
      isError
        ? html`<div class="said bad" role="alert">
            ${refusal ? html`<p>${refusal}</p>` : null}
            ${wrong.map((field) => html`<p><a href="#${field.name}">${field.wrong ?? ""}</a></p>`)}
          </div>`
        : null
    }
    <form class="sheet" method="post" novalidate>
      ${fields.map(showField)}
      <button class="wide">${button}</button>
      ${cancel ? html`<button class="wide plain" name="cancel" value="yes">${cancel}</button>` : null}
    </form>
    ${intro}
  </div>`;
  show(ctx, { title, body, name: name ?? null, isError }, isError ? 422 : 200);
}

function showField({ name, label, hint, type = "text", autocomplete, value = "", wrong }: Field): Markup {
  const described = [hint && `${name}-hint`, wrong && `${name}-wrong`].filter(Boolean).join(" ");
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : null}
    ${wrong ? html`<p class="wrong" id="${name}-wrong">${wrong}</p>` : null}
    <input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}" required
      ${name === "number" ? html`inputmode="numeric"` : null} ${wrong ? html`aria-invalid="true"` : null}
      ${described ? html`aria-describedby="${described}"` : null}>
  </div>`;
}

export function showWelcome(ctx: KoaContextWithOIDC, appUrl: string): void {
  const body = html`<h1>For people who put knowledge to work</h1>
    <div class="sheet">
      <p>The ${SOCIETY_NAME} brings together practitioners from health to housing. Sign in to see your membership.</p>
      <p class="row"><a class="button" href="/sign-in">Sign in</a> <a href="${appUrl}/">Connect, our mentoring platform</a></p>
    </div>`;
  show(ctx, { title: "Welcome", body });
}

const DONE: Record<string, string> = {
  email: "Your e-mail address has been changed. Connect will use it when you next sign in there.",
  password: "Your password has been changed. Use the new one from now on.",
};

export function showHome(ctx: KoaContextWithOIDC, person: RegisteredPerson, appUrl: string): void {
  const done = DONE[String(ctx.query.done)];
  const body = html`${done ? html`<div class="said good" role="status"><p>${done}</p></div>` : null}
    <h1>Your membership</h1>
    ${
      person.standing === "lapsed"
        ? html`<div class="said bad"><p>Your membership has lapsed. <a href="/renew">How to renew it</a></p></div>`
        : null
    }
    <section class="sheet">
      <dl>
        <dt>Name</dt><dd>${person.name}</dd>
        <dt>Membership number</dt><dd>${person.number}</dd>
        <dt>Standing</dt><dd>${person.standing === "lapsed" ? "Lapsed" : "Current"}</dd>
        <dt>E-mail address</dt><dd>${person.email}</dd>
      </dl>
      <p><a href="/email">Change e-mail address</a><br><a href="/password">Change password</a></p>
    </section>
    <section class="sheet">
      <h2>Mentoring</h2>
      <p>Find a mentor, or give somebody the benefit of what you have learned.</p>
      <div class="row">
        <a class="button" href="${appUrl}/sign-in">Go to Connect</a>
        <form method="post" action="/sign-out"><button class="plain">Sign out</button></form>
      </div>
    </section>`;
  show(ctx, { title: "Your membership", body, name: person.name });
}

export function showRenewal(ctx: KoaContextWithOIDC, name: string | null): void {
  const body = html`<h1>Renew your membership</h1>
    <div class="sheet">
      <p>Membership runs for a year. If yours has lapsed, we can start it again in one telephone call.</p>
      <p>Ring us on <strong>${SUPPORT_PHONE}</strong>, or write to <a href="mailto:${SUPPORT_EMAIL}">${SUPPORT_EMAIL}</a>, and
      have your membership number at hand.</p>
      <p><a href="/">Back to your membership</a></p>
    </div>`;
  show(ctx, { title: "Renew your membership", body, name });
}

/** Under the sign-in form: how to get in, since all of this is a demonstration. */
export const SIGN_IN_HELP = html`<p>This is a demonstration. Everybody's password is <strong>${FIRST_PASSWORD}</strong>, until they
  change it; a good number to start with is <strong>100001</strong>.</p>`;

export function showSignOut(ctx: KoaContextWithOIDC, form: string): void {
  const body = html`<div class="narrow"><h1>Sign out of the ${SOCIETY_NAME}?</h1>
    <div class="sheet">${trusted(form)}
      <div class="row">
        <button form="op.logoutForm" name="logout" value="yes">Sign out</button>
        <button class="plain" form="op.logoutForm">Stay signed in</button>
      </div>
    </div></div>`;
  show(ctx, { title: "Sign out", body });
}

export function showSignedOut(ctx: KoaContextWithOIDC): void {
  const body = html`<div class="narrow"><h1>You are signed out</h1><p><a href="/">Go to the front page</a></p></div>`;
  show(ctx, { title: "You are signed out", body });
}

/** What could not be done; `detail` is for those who look into it. */
export function showError(ctx: KoaContextWithOIDC, appUrl: string, detail: string | undefined, status = 400): void {
  const body = html`<div class="narrow"><h1>You cannot continue from here</h1>
    <div class="sheet">
      <p>The page may have been open for too long. Please start again.</p>
      <p class="row"><a class="button" href="${appUrl}/">Go to Connect</a> <a href="/">Go to the front page</a></p>
      ${detail ? html`<p class="hint">${detail}</p>` : null}
    </div></div>`;
  show(ctx, { title: "You cannot continue from here", body, isError: true }, status);
}
