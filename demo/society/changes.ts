import type { KoaContextWithOIDC } from "oidc-provider";
import { type RegisteredPerson, SHORTEST_PASSWORD, type Site } from "./accounts";
import { readForm } from "./form";
import { html } from "./html";
import { type Field, showForm } from "./pages";
import { readSubject } from "./sessions";

const BACK = html`<p><a href="/">Back to your membership</a></p>`;
const NOT_THE_PASSWORD = "That is not your current password.";

/** /email */
export async function changeEmail(ctx: KoaContextWithOIDC, site: Site): Promise<void> {
  const person = await requirePerson(ctx, site);
  if (!person) return;
  const form = ctx.method === "POST" ? await readForm(ctx) : null;
  const email = form ? (form.get("email") ?? "").trim() : person.email;
  const wrong: Record<string, string> = {};
  if (form) {
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) wrong.email = "Enter an e-mail address, like name@example.org.";
    if (!(await isPasswordOf(site, person, form.get("password")))) wrong.password = NOT_THE_PASSWORD;
    const refusal = Object.keys(wrong).length > 0 ? null : await site.accounts.changeEmail(person.subject, email);
    if (refusal) wrong.email = refusal;
    if (Object.keys(wrong).length === 0) return goHome(ctx, "email");
  }
  show(ctx, person, "Change e-mail address", "Change address", wrong, [
    { name: "email", label: "New e-mail address", type: "email", autocomplete: "email", value: email },
    { name: "password", label: "Your password", type: "password", autocomplete: "current-password" },
  ]);
}

/** /password */
export async function changePassword(ctx: KoaContextWithOIDC, site: Site): Promise<void> {
  const person = await requirePerson(ctx, site);
  if (!person) return;
  const wrong: Record<string, string> = {};
  if (ctx.method === "POST") {
    const form = await readForm(ctx);
    const wanted = form.get("new") ?? "";
    if (!(await isPasswordOf(site, person, form.get("password")))) wrong.password = NOT_THE_PASSWORD;
    if (wanted.length < SHORTEST_PASSWORD) wrong.new = `Choose a password of at least ${SHORTEST_PASSWORD} characters.`;
    else if (wanted !== form.get("again")) wrong.again = "The two new passwords differ. Type the same one twice.";
    if (Object.keys(wrong).length === 0) {
      await site.accounts.changePassword(person.subject, wanted);
      return goHome(ctx, "password");
    }
  }
  show(ctx, person, "Change password", "Change password", wrong, [
    { name: "password", label: "Your current password", type: "password", autocomplete: "current-password" },
    {
      name: "new",
      label: "New password",
      hint: `At least ${SHORTEST_PASSWORD} characters`,
      type: "password",
      autocomplete: "new-password",
    },
    { name: "again", label: "New password once more", type: "password", autocomplete: "new-password" },
  ]);
}

async function requirePerson(ctx: KoaContextWithOIDC, { provider, accounts }: Site): Promise<RegisteredPerson | null> {
  const subject = await readSubject(provider, ctx);
  const person = subject ? accounts.find(subject) : null;
  if (!person) ctx.redirect("/sign-in");
  return person;
}

async function isPasswordOf({ accounts }: Site, person: RegisteredPerson, password: string | null): Promise<boolean> {
  return (await accounts.check(person.number, password ?? "")) !== null;
}

function show(
  ctx: KoaContextWithOIDC,
  person: RegisteredPerson,
  title: string,
  button: string,
  wrong: Record<string, string>,
  fields: Field[],
): void {
  const marked = fields.map((field) => ({ ...field, ...(wrong[field.name] ? { wrong: wrong[field.name] } : {}) }) as Field);
  showForm(ctx, { title, intro: BACK, fields: marked, button, name: person.name });
}

function goHome(ctx: KoaContextWithOIDC, done: string): void {
  ctx.status = 303;
  ctx.redirect(`/?done=${done}`);
}
