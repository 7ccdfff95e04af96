import { gzipSync } from "node:zlib";

interface Files {
  scripts: number;
  styles: number;
  /** How many elements its markup has. */
  elements: number;
}

/** Gzipped bytes of the scripts and of the style sheets that a page asks for. */
export async function measureFiles(url: string, cookie: string): Promise<Files> {
  const html = await load(url, cookie);
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)]
    .map(([tag]) => tag)
    // For browsers without modules, which load nothing else.
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .map((tag) => /\ssrc="([^"]+)"/.exec(tag)?.[1]);
  const styles = [...html.matchAll(/<link\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => /\srel="stylesheet"/.test(tag))
    .map((tag) => /\shref="([^"]+)"/.exec(tag)?.[1]);
  const elements = [...html.replace(/<script\b[\s\S]*?<\/script>/g, "").matchAll(/<[a-z]/g)].length;
  return { scripts: await weigh(scripts, url), styles: await weigh(styles, url), elements };
}

export async function load(url: string, cookie: string): Promise<string> {
  const answer = await fetch(url, { headers: { cookie, accept: "text/html" }, redirect: "error" });
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return answer.text();
}

async function weigh(sources: (string | undefined)[], url: string): Promise<number> {
  let bytes = 0;
  for (const source of new Set(sources)) {
    if (!source) continue;
    const file = await fetch(new URL(source.replaceAll("&amp;", "&"), url));
    bytes += gzipSync(Buffer.from(await file.arrayBuffer())).length;
  }
  return bytes;
}
