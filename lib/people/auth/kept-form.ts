import { isFromOurPages } from "./origin";
import { readTokenFrom } from "./token";

/** More than any page of ours sends: three lists of 63 choices, or 200 mails to be sent again. */
export const MOST_FIELDS = 400;

/** The pages with members' forms. Those elsewhere are for people who are not signed in. */
const PLACES = /^\/(relationships|questions|mentors|profile|account|cpd|support|admin)(\/|$)/;
/** The most that a server action accepts: a larger form could not be sent again. */
const MOST_BYTES = 1024 * 1024;

/**
 * The fields of a form that a member sent without JavaScript after their session had ended, from a browser that came from our
 * own pages; null for every other request. Only that browser may see them. Files and passwords are left out.
 */
export async function findKeptFields(request: Request): Promise<[string, string][] | null> {
  const { method, headers, url } = request;
  if (method !== "POST" || headers.has("next-action") || !PLACES.test(new URL(url).pathname)) return null;
  if (!headers.get("content-type")?.startsWith("multipart/form-data")) return null;
  const length = Number(headers.get("content-length") ?? Number.NaN);
  if (!(length <= MOST_BYTES) || !isFromOurPages(headers) || (await readTokenFrom(headers))) return null;
  const fields = [...(await request.formData())].flatMap(([name, value]): [string, string][] =>
    typeof value === "string" && !name.toLowerCase().includes("password") ? [[name, value]] : [],
  );
  if (fields.length > MOST_FIELDS) return null;
  return fields.some(([name, value]) => !name.startsWith("$") && value !== "") ? fields : null;
}

/** A complete page that tells the member what happened and can send the same form again. `nonce` is for its style sheet. */
export function keptFormPage(fields: readonly [string, string][], nonce: string): string {
  const inputs = fields.map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`);
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Your session has ended</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; font: 112%/1.55 system-ui, sans-serif; }
main { max-width: 40rem; margin: 3rem auto; padding: 0 1.1rem; }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: 0.5rem 1.15rem; cursor: pointer; }
</style>
</head>
<body>
<main>
<h1>Your session has ended</h1>
<p><strong>Nothing that you typed is lost</strong>, as long as this page stays open.</p>
<ol>
<li><a href="/sign-in" target="_blank" rel="noreferrer">Sign in (opens a new window)</a>.</li>
<li>Come back to this page, and press the button.</li>
</ol>
<form method="post" enctype="multipart/form-data">
${inputs.join("\n")}
<p><button type="submit">Send it again</button></p>
</form>
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? character);
}
