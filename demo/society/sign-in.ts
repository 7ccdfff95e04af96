import type { KoaContextWithOIDC } from "oidc-provider";
import { SOCIETY_NAME } from "@/demo/settings";
import type { RegisteredPerson, Site } from "./accounts";
import { readForm } from "./form";
import { type Field, SIGN_IN_HELP, showError, showForm } from "./pages";
import { beginSession, endSession } from "./sessions";

/** /sign-in: to the website itself. */
export async function signIn(ctx: KoaContextWithOIDC, site: Site): Promise<void> {
  const person = await askWho(ctx, site);
  if (!person || person === "cancelled") return;
  await beginSession(site.provider, ctx, person.subject);
  ctx.status = 303;
  ctx.redirect("/");
}

/** /sign-in/<uid>: on the way to Connect. */
export async function signInForConnect(ctx: KoaContextWithOIDC, site: Site): Promise<void> {
  const { provider } = site;
  const interaction = await provider.interactionDetails(ctx.req, ctx.res).catch(() => null);
  if (!interaction || !ctx.path.endsWith(`/${interaction.uid}`)) return showError(ctx, site.appUrl, undefined);
  const person = await askWho(ctx, site, "Cancel");
  if (!person) return;
  if (person === "cancelled") {
    interaction.result = { error: "access_denied", error_description: "The member went back." };
    await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
    ctx.status = 303;
    return ctx.redirect(interaction.returnTo);
  }

  // Somebody else was signed in here: theirs is over, and this way no longer hangs on it.
  if (interaction.session?.accountId && interaction.session.accountId !== person.subject) {
    await endSession(provider, ctx, await provider.Session.get(ctx));
    interaction.session = undefined;
  }
  interaction.result = { login: { accountId: person.subject } };
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
  ctx.status = 303;
  ctx.redirect(interaction.returnTo);
}

/** Shows the form until number and password agree, or somebody presses `cancel`, where there is such a button. */
async function askWho(
  ctx: KoaContextWithOIDC,
  { accounts }: Site,
  cancel?: string,
): Promise<RegisteredPerson | "cancelled" | null> {
  const showSignIn = (shown: Shown) => showSignInForm(ctx, { ...shown, cancel });
  if (ctx.method === "GET") {
    showSignIn({});
    return null;
  }
  const form = await readForm(ctx);
  if (cancel && form.has("cancel")) return "cancelled";
  const number = (form.get("number") ?? "").trim();
  const password = form.get("password") ?? "";
  const wrongNumber = /^\d{6}$/.test(number) ? undefined : "Enter your membership number: six digits.";
  const wrongPassword = password ? undefined : "Enter your password.";
  if (wrongNumber || wrongPassword) {
    showSignIn({ number, wrongNumber, wrongPassword });
    return null;
  }
  const person = await accounts.check(number, password);
  if (!person) showSignIn({ number, refusal: "Membership number and password do not match. Check both and try again." });
  return person;
}

interface Shown {
  number?: string;
  wrongNumber?: string | undefined;
  wrongPassword?: string | undefined;
  refusal?: string;
  cancel?: string | undefined;
}

function showSignInForm(ctx: KoaContextWithOIDC, { number = "", wrongNumber, wrongPassword, refusal, cancel }: Shown): void {
  const fields: Field[] = [
    {
      name: "number",
      label: "Membership number",
      hint: "Six digits, on your membership card",
      autocomplete: "username",
      value: number,
      ...(wrongNumber ? { wrong: wrongNumber } : {}),
    },
    {
      name: "password",
      label: "Password",
      type: "password",
      autocomplete: "current-password",
      ...(wrongPassword ? { wrong: wrongPassword } : {}),
    },
  ];
  showForm(ctx, { title: `Sign in to the ${SOCIETY_NAME}`, intro: SIGN_IN_HELP, fields, button: "Sign in", refusal, cancel });
}
