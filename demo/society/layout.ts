import { SOCIETY_NAME } from "@/demo/settings";
import { html, type Markup } from "./html";

export interface Page {
  title: string;
  body: Markup;
  /** Who is signed in. */
  name?: string | null;
  isError?: boolean;
}

/** A page of the membership website. */
export function layout({ title, body, name = null, isError = false }: Page): string {
  return html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${isError ? "Error: " : ""}${title} – ${SOCIETY_NAME}</title>
    <link rel="icon" href="/mark.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/site.css">
  </head>
  <body>
    <a class="skip" href="#main">Skip to the main content</a>
    <header>
      <div class="inner">
        <a class="brand" href="/"><img src="/mark.svg" alt="" width="40" height="40"><span>${SOCIETY_NAME}</span></a>
        ${name ? html`<p class="who">Signed in as <strong>${name}</strong></p>` : null}
      </div>
    </header>
    <main id="main">${body}</main>
    <footer>
      <div class="inner">
        <p>An invented society: the stand-in for your own membership website. Nothing here leaves this computer.</p>
      </div>
    </footer>
  </body>
</html>`.text;
}

export const MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="4" fill="#f3c64b"/>
<path d="M20 6 34 14H6zM9 17h4v12H9zm9 0h4v12h-4zm9 0h4v12h-4zM6 31h28v3H6z" fill="#14264a"/></svg>`;

export const STYLE = `
:root { color-scheme: light dark; --ink: #17202e; --soft: #4b5768; --paper: #f2f4f8; --sheet: #fff; --line: #c6cedb;
  --navy: #14264a; --link: #1b4db1; --gold: #f3c64b; --bad: #a3201d; --badsheet: #fdf0ef; --good: #14603a; --goodsheet: #eef8f1; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf3; --soft: #a9b4c5; --paper: #0f1622; --sheet: #182234; --line: #3a475d;
  --navy: #0a1426; --link: #9dbdff; --bad: #ffb1aa; --badsheet: #3a1c1d; --good: #a5e0bd; --goodsheet: #16301f; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
.inner, main { width: 100%; max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; }
header { background: var(--navy); color: #fff; border-bottom: 4px solid var(--gold); }
header .inner { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; justify-content: space-between; padding-block: .9rem; }
.brand { display: inline-flex; gap: .75rem; align-items: center; color: inherit; text-decoration: none; font-weight: 700; font-size: 1.125rem; }
.who { margin: 0; }
main { flex: 1; padding-block: 2rem 3rem; }
.narrow { max-width: 27rem; margin-inline: auto; }
h1 { font-size: clamp(1.5rem, 4vw, 1.9rem); line-height: 1.2; margin: 0 0 1rem; letter-spacing: -.01em; text-wrap: balance; }
h2 { font-size: 1.15rem; margin: 0 0 .75rem; }
p { margin: 0 0 1rem; }
a { color: var(--link); text-underline-offset: .15em; }
header a { color: #fff; }
.sheet { background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; padding: 1.5rem; margin: 0 0 1.5rem; }
.sheet > :last-child { margin-bottom: 0; }
label { display: block; font-weight: 600; margin-bottom: .25rem; }
.field { margin: 0 0 1.25rem; }
.hint { color: var(--soft); margin: 0 0 .35rem; font-size: .95rem; }
input { width: 100%; font: inherit; color: inherit; background: var(--sheet); border: 1px solid var(--soft); border-radius: 5px; padding: .6rem .7rem; min-height: 2.9rem; }
input[aria-invalid="true"] { border: 2px solid var(--bad); }
button, .button { font: inherit; font-weight: 700; display: inline-block; min-height: 2.9rem; padding: .6rem 1.4rem; border-radius: 5px; cursor: pointer;
  text-decoration: none; background: var(--gold); color: #14264a; border: 1px solid #8f6d0b; }
button.plain { background: none; color: var(--link); border-color: currentColor; }
.wide { width: 100%; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
header :focus-visible { outline-color: var(--gold); }
.said { border-left: 5px solid; border-radius: 0 6px 6px 0; padding: .9rem 1.1rem; margin: 0 0 1.5rem; }
.said p { margin: 0; }
.bad { border-color: var(--bad); background: var(--badsheet); }
.good { border-color: var(--good); background: var(--goodsheet); }
.wrong { color: var(--bad); font-weight: 600; margin: 0 0 .35rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.25rem; margin: 0 0 1rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 28rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .6rem; } .sheet { padding: 1.1rem; } }
.row { display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; }
.row form { margin: 0; }
footer { border-top: 1px solid var(--line); color: var(--soft); font-size: .95rem; padding-block: 1.1rem; }
footer p { margin: 0; }
.skip { position: absolute; left: -999rem; } .skip:focus { left: .5rem; top: .5rem; background: var(--sheet); padding: .5rem 1rem; z-index: 1; }
`;
