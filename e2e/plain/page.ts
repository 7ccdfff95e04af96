import { JSDOM, VirtualConsole } from "jsdom";

/** A page as a browser has it that runs no scripts and loads no style sheets. */
export interface Page {
  document: Document;
  window: JSDOM["window"];
  url: URL;
  status: number;
  /** What a person has chosen for a file input: a script may not put anything in there, so it lies beside. */
  chosen: Map<Element, readonly File[]>;
}

/** A window to show pages in, one after the other: to make one takes as long as to read a page. */
export function openWindow(): JSDOM {
  const dom = new JSDOM("<!doctype html>", { virtualConsole: new VirtualConsole() });
  // The libraries ask for each element's style, which takes jsdom longer than all the rest.
  dom.window.getComputedStyle = styleOf as typeof dom.window.getComputedStyle;
  return dom;
}

export function readPage(html: string, url: URL, status: number, dom = openWindow()): Page {
  const { window } = dom;
  dom.reconfigure({ url: url.href });
  window.document.documentElement.innerHTML = html;
  return { document: window.document, window, url, status, chosen: new Map() };
}

const INLINE = new Set("a abbr b bdi bdo cite code em i img kbd label mark q s small span strong sub sup time u".split(" "));

/** Of style sheets only what HTML itself and the names of our classes say: what is folded away, and what stands by itself. */
function styleOf(element: Element): Partial<CSSStyleDeclaration> {
  const style: Record<string, string> = { display: displayOf(element), visibility: "visible" };
  return { ...style, getPropertyValue: (name: string) => style[name] ?? "" };
}

const BY_ITSELF = ["sr-only", "block", "flex", "grid"];
const SETS_APART = ["flex", "inline-flex", "grid"];

function displayOf(element: Element): "none" | "inline" | "block" {
  if (isFolded(element)) return "none";
  const has = (names: string[], { classList }: Element) => names.some((name) => classList.contains(name));
  if (!INLINE.has(element.localName) || has(BY_ITSELF, element)) return "block";
  return element.parentElement && has(SETS_APART, element.parentElement) ? "block" : "inline";
}

/** Whether this element, by itself, is not shown. */
function isFolded(element: Element): boolean {
  const { parentElement, localName } = element;
  if (element.hasAttribute("hidden") || localName === "template" || localName === "script" || localName === "style")
    return true;
  if (parentElement?.localName !== "details" || parentElement.hasAttribute("open")) return false;
  // On a screen with room, as this one is, there is no menu.
  if (parentElement.classList.contains("unfolds")) return element.localName === "summary";
  return element !== parentElement.querySelector(":scope > summary");
}

export function isShown(element: Element): boolean {
  for (let one: Element | null = element; one; one = one.parentElement) if (isFolded(one)) return false;
  return true;
}

/** What a person reads there, in one line. */
export function textOf(element: Element): string {
  return wordsOf(element).replace(/\s+/g, " ").trim();
}

function wordsOf(node: Node): string {
  if (node.nodeType === node.TEXT_NODE) return node.textContent ?? "";
  if (node.nodeType !== node.ELEMENT_NODE) return "";
  const element = node as Element;
  if (isFolded(element) || element.matches("option:not(:checked)")) return "";
  const words =
    element.localName === "textarea" ? (element as HTMLTextAreaElement).value : [...element.childNodes].map(wordsOf).join("");
  return displayOf(element) === "inline" ? words : ` ${words} `;
}

/** What the page's Content-Security-Policy would have stopped a browser from doing. */
export function findStopped({ document }: Page, policy: string): string[] {
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  const isOurs = (one: Element) => nonce !== undefined && one.getAttribute("nonce") === nonce;
  const inline = [...document.querySelectorAll<HTMLElement>("script:not([type='application/ld+json']), style")];
  const attributes = [...document.querySelectorAll("*")].flatMap((element) =>
    element
      .getAttributeNames()
      .filter((name) => name === "style" || name.startsWith("on"))
      .map((name) => `${element.localName} ${name}`),
  );
  return [...inline.filter((one) => !isOurs(one)).map(({ outerHTML }) => outerHTML.slice(0, 100)), ...attributes];
}
