/** Captions as we keep them, or why they cannot be taken, with the line where it went wrong, counted from 1. */
export type ReadCaptions =
  | { ok: true; text: string; count: number }
  | { ok: false; reason: "no-text" | "no-webvtt" | "no-cues" | "too-many-cues" }
  | { ok: false; reason: "bad-time" | "ends-before"; line: number };

const MOST_CUES = 5000;
const TIME = String.raw`(?:(\d{2,3}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const TIMES = new RegExp(`^${TIME}[ \\t]+-->[ \\t]+${TIME}(?:[ \\t].*)?$`);

interface Cue {
  from: number;
  to: number;
  lines: string[];
}

/**
 * Reads a WebVTT file and writes it again as times and words alone. Styles, regions, notes, places on the picture and tags are left
 * out: they could only make captions harder to read, and nothing that somebody else wrote is passed on as anything but words.
 */
export function readCaptions(bytes: Uint8Array): ReadCaptions {
  const text = decode(bytes);
  if (text === null) return { ok: false, reason: "no-text" };
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? "")) return { ok: false, reason: "no-webvtt" };
  const cues: Cue[] = [];
  for (const { at, block } of blocksOf(lines)) {
    const read = readCue(block, at);
    if (read === null) continue;
    if ("reason" in read) return read;
    cues.push(read);
  }
  if (cues.length === 0) return { ok: false, reason: "no-cues" };
  if (cues.length > MOST_CUES) return { ok: false, reason: "too-many-cues" };
  return { ok: true, text: write(cues), count: cues.length };
}

function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

/** Lines that stand together, with the number of the first. */
function blocksOf(lines: readonly string[]): { at: number; block: string[] }[] {
  const blocks: { at: number; block: string[] }[] = [];
  let block: string[] | null = null;
  for (const [i, line] of lines.entries()) {
    if (i === 0 || line.trim() === "") block = null;
    else if (block) block.push(line);
    else {
      block = [line];
      blocks.push({ at: i + 1, block });
    }
  }
  return blocks;
}

/** A cue, what is wrong with it, or null for what is none: a style, a region, a note, or words without a time above them. */
function readCue(block: readonly string[], at: number): Cue | Extract<ReadCaptions, { line: number }> | null {
  if (/^(NOTE|STYLE|REGION)(?:[ \t]|$)/.test(block[0] ?? "")) return null;
  // A cue may have a name in the line above its times.
  const place = block.slice(0, 2).findIndex((line) => line.includes("-->"));
  if (place === -1) return null;
  const times = TIMES.exec((block[place] ?? "").trim());
  if (!times) return { ok: false, reason: "bad-time", line: at + place };
  const [from, to] = [times.slice(1, 5), times.slice(5, 9)].map(toMilliseconds) as [number, number];
  if (to <= from) return { ok: false, reason: "ends-before", line: at + place };
  const lines = block.slice(place + 1).map(toWords);
  const said = lines.filter((line) => line !== "");
  return said.length === 0 ? null : { from, to, lines: said };
}

function toMilliseconds([hours = "0", minutes, seconds, thousandths]: (string | undefined)[]): number {
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(thousandths);
}

/** Without tags, and with what stands for a letter as that letter. */
function toWords(line: string): string {
  const words = line
    .replace(/<[^<>]*>/g, "")
    .replace(/&nbsp;/g, " ")
    .replace(/&(?:lrm|rlm);/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
  return words
    .replace(/\p{Cc}/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function write(cues: readonly Cue[]): string {
  const blocks = cues.map(({ from, to, lines }) => `${stamp(from)} --> ${stamp(to)}\n${lines.map(escapeMarks).join("\n")}\n`);
  return ["WEBVTT\n", ...blocks].join("\n");
}

function stamp(milliseconds: number): string {
  const of = (unit: number, most: number) => Math.floor(milliseconds / unit) % most;
  const two = (number: number) => String(number).padStart(2, "0");
  const [hours, minutes, seconds] = [of(3_600_000, 1000), of(60_000, 60), of(1000, 60)];
  return `${two(hours)}:${two(minutes)}:${two(seconds)}.${String(milliseconds % 1000).padStart(3, "0")}`;
}

/** With "&gt;" no line can hold the arrow that would make times of it. */
function escapeMarks(line: string): string {
  return line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
