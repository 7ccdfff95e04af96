import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { file } from "./files";
import { findStopped, readPage } from "./page";
import { Person } from "./person";

// The client itself: it sends what a browser sends, finds what a person finds, and misses what they miss.

interface Sent {
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Somebody who has a page open whose forms are sent to a server that writes down what comes. */
async function open(body: string): Promise<{ person: Person; sent: Sent[] }> {
  const sent: Sent[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", url = "", headers } = request;
    sent.push({ method, url, headers, body: Buffer.concat(await request.toArray()).toString() });
    const isFirst = sent.length === 1;
    if (method === "POST") response.writeHead(303, { location: "/thanks", "set-cookie": "seen=1; Path=/" }).end();
    else
      response
        .setHeader("content-type", "text/html")
        .end(isFirst ? `<title>Page</title><main>${body}</main>` : "<p>Thanks</p>");
  });
  server.listen(0, "127.0.0.1").unref();
  await new Promise((resolve) => server.once("listening", resolve));
  const person = new Person(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await person.visit("/page");
  return { person, sent };
}

test("a form sends its successful controls and its button, as multipart, with the page's origin; then the redirect is followed", async () => {
  const { person, sent } = await open(`
    <form method="post" enctype="multipart/form-data" action="">
      <input type="hidden" name="$ACTION_ID_7" value="">
      <label>Name <textarea name="name">old</textarea></label>
      <label><input type="checkbox" name="box" value="a"> First</label>
      <label><input type="checkbox" name="box" value="b" checked> Second</label>
      <label>Shut <input name="shut" value="x" disabled></label>
      <label>Paper <input type="file" name="paper"></label>
      <label>None <input type="file" name="none"></label>
      <button name="do" value="save">Save</button><button name="do" value="drop">Drop</button>
    </form>
    <label>Far <input name="far" value="away" form="nowhere"></label>`);
  person.fill("Name", "two\nlines");
  person.tick("First");
  person.untick("Second");
  person.attach("Paper", file("a.pdf", "application/pdf", "%PDF-"));
  await person.press("Drop");
  const [, post, get] = sent;
  expect([post?.method, post?.url, post?.headers.origin]).toEqual(["POST", "/page", person.browser.home]);
  expect(post?.headers.referer).toBe(`${person.browser.home}/page`);
  const names = [...(post?.body.matchAll(/ name="([^"]+)"(?:; filename="([^"]*)")?/g) ?? [])].map(([, name, saved]) => [
    name,
    saved,
  ]);
  expect(names).toEqual([
    ["$ACTION_ID_7", undefined],
    ["name", undefined],
    ["box", undefined],
    ["do", undefined],
    ["paper", "a.pdf"],
    ["none", ""],
  ]);
  expect(post?.body).toContain("two\r\nlines");
  expect(post?.body).toMatch(/name="box"\r\n\r\na\r\n/);
  expect(post?.body).toMatch(/name="do"\r\n\r\ndrop\r\n/);
  expect([get?.method, get?.url, get?.headers.cookie, get?.headers.origin]).toEqual(["GET", "/thanks", "seen=1", undefined]);
  expect([person.path, person.text]).toEqual(["/thanks", "Thanks"]);
});

test("a form of words alone is sent in the address, and a button may belong to a form that it is not in", async () => {
  const { person, sent } = await open(`
    <form id="find" action="/list?old=1"><label>Who <input name="q"></label>
      <label>Kind <select name="kind"><option value="">All</option><option value="b">Both</option></select></label></form>
    <button form="find">Search</button>`);
  person.fill("Who", "a&b");
  person.choose("Kind", "Both");
  await person.press("Search");
  expect(sent[1]).toMatchObject({ method: "GET", url: "/list?q=a%26b&kind=b" });
});

test("what is hidden, folded away or said by no label is not found, and two of one name are too many", async () => {
  const { person } = await open(`
    <div hidden><button>Late</button>Late words</div>
    <details><summary>More</summary><a href="/deep">Deep</a></details>
    <noscript><p>Without scripts</p></noscript>
    <input name="bare"><button disabled>Shut</button>
    <label>Twice <input></label><label>Twice <input></label>
    <a href="/x">Read on<span class="sr-only">about us</span></a>`);
  expect(person.text).not.toContain("Late words");
  expect(person.text).toContain("Without scripts");
  expect(person.has("button", "Late")).toBe(false);
  expect(person.has("link", "Deep")).toBe(false);
  person.unfold("More");
  expect(person.address("Deep").pathname).toBe("/deep");
  expect(person.address("Read on about us").pathname).toBe("/x");
  expect(() => person.fill("bare", "x")).toThrow("0 × field “bare”");
  expect(() => person.fill("Twice", "x")).toThrow("2 × field “Twice”");
  await expect(person.press("Shut")).rejects.toThrow("Nothing is sent");
});

test("what a policy would stop is noticed", () => {
  const page = readPage(
    `<script nonce="n">1</script><script>2</script><p style="color:red" onclick="3">x</p>`,
    new URL("http://localhost/"),
    200,
  );
  expect(findStopped(page, "script-src 'nonce-n'")).toEqual(["<script>2</script>", "p style", "p onclick"]);
});
