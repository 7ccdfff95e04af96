import type { Page } from "./page";

/** What a browser asks a server for. */
export interface Ask {
  url: URL;
  method: "GET" | "POST";
  body?: Blob | FormData | URLSearchParams;
  /** The page that asks. */
  from?: URL;
}

/** Presses a button, and tells what its form would send: what of it counts, HTML's own rules decide. */
export function press(page: Page, button: HTMLElement): Ask {
  let sent: SubmitEvent | undefined;
  const listen = (event: Event) => {
    event.preventDefault();
    sent = event as SubmitEvent;
  };
  page.window.addEventListener("submit", listen);
  button.click();
  page.window.removeEventListener("submit", listen);
  if (!sent) throw new Error(`Nothing is sent by ${button.outerHTML}`);
  return readForm(page, sent.target as HTMLFormElement, sent.submitter);
}

function readForm(page: Page, form: HTMLFormElement, submitter: HTMLElement | null): Ask {
  const say = (name: string) => submitter?.getAttribute(`form${name}`) ?? form.getAttribute(name) ?? "";
  const url = new URL(say("action") || page.url, page.document.baseURI);
  const fields = listFields(page, form, submitter);
  if (say("method").toLowerCase() !== "post") {
    url.search = new URLSearchParams(fields.map(([name, value]) => [name, namesOnly(value)])).toString();
    return { url, method: "GET", from: page.url };
  }
  if (say("enctype").toLowerCase() !== "multipart/form-data") {
    const body = new URLSearchParams(fields.map(([name, value]) => [name, namesOnly(value)]));
    return { url, method: "POST", body, from: page.url };
  }
  return { url, method: "POST", body: multipart(fields), from: page.url };
}

/** As browsers write it. Node's own writing leaves out the name of a file that was not chosen, and then it is none. */
function multipart(fields: [string, string | File][]): Blob {
  const boundary = `----journey${crypto.randomUUID()}`;
  const quote = (name: string) => name.replace(/\r?\n|\r/g, "%0D%0A").replaceAll('"', "%22");
  const parts = fields.flatMap(([name, value]) => {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quote(name)}"`;
    if (typeof value === "string") return [`${head}\r\n\r\n${inLines(value)}\r\n`];
    return [`${head}; filename="${quote(value.name)}"\r\nContent-Type: ${value.type}\r\n\r\n`, value, "\r\n"];
  });
  return new Blob([...parts, `--${boundary}--\r\n`], { type: `multipart/form-data; boundary=${boundary}` });
}

function listFields(page: Page, form: HTMLFormElement, submitter: HTMLElement | null): [string, string | File][] {
  const words = [...new page.window.FormData(form, submitter)].filter(
    (field): field is [string, string] => typeof field[1] === "string",
  );
  const inputs = [...form.elements].filter((one): one is HTMLInputElement =>
    one.matches("input[type=file][name]:not(:disabled)"),
  );
  const files = inputs.flatMap((input) =>
    (page.chosen.get(input) ?? [NO_FILE]).map((file) => [input.name, file] as [string, File]),
  );
  return [...words, ...files];
}

/** What browsers send of a file input in which nothing was chosen. */
const NO_FILE = new File([], "", { type: "application/octet-stream" });

/** A form that is not multipart sends the names of files alone. */
function namesOnly(value: string | File): string {
  return inLines(typeof value === "string" ? value : value.name);
}

/** Lines end as in a mail. */
function inLines(value: string): string {
  return value.replace(/\r?\n|\r/g, "\r\n");
}
