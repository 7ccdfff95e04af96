import type { Block, Inline } from "@/lib/foundation/blocks";
import { type Csv, makeCsv } from "@/lib/foundation/csv";
import { makePdf } from "@/lib/foundation/pdf/make";
import { type Reflection, sumUp, toParts } from "./reflection";
import { listWords, QUESTIONS, sayCountsAs, sayHeldOn, sayMinutes, sayPart, sayTotals } from "./wording";

/** A year's record, for a file. */
export interface YearRecord {
  year: number;
  /** Whose it is. */
  name: string;
  society: string;
  reflections: readonly Reflection[];
  /** Whether the file names the partners. It never changes what the member wrote. */
  withNames: boolean;
  now: Date;
}

/** One row for each reflection, oldest first. */
export function makeRecordCsv({ reflections, withNames }: YearRecord): Csv {
  const header = ["Date", "Minutes", "Counts as", ...(withNames ? ["With"] : []), ...Object.values(QUESTIONS)];
  const rows = reflections.map((one) => [
    one.heldOn,
    one.minutes,
    sayCountsAs(one),
    ...(withNames ? [one.partnerName] : []),
    one.words.done,
    one.words.learned,
    one.words.use,
    one.words.free,
  ]);
  return makeCsv(header, rows);
}

/**
 * The same as a PDF to read and hand in: the total of the year first, then each reflection under its day. A long year is
 * split into parts, which say so; null when there is no part with this number (from 1).
 */
export async function makeRecordPdf(
  { year, name, society, reflections, withNames, now }: YearRecord,
  number = 1,
): Promise<Buffer | null> {
  const parts = toParts(reflections);
  const part = parts[number - 1] ?? (number === 1 ? [] : null);
  if (!part) return null;
  const isWhole = parts.length <= 1;
  const title = isWhole ? `CPD record ${year}` : `CPD record ${year}, part ${number} of ${parts.length}`;
  return makePdf({
    title,
    society,
    blocks: [
      paragraph([bold(name)]),
      paragraph([text(sayTotals(sumUp(reflections)))]),
      ...(isWhole ? [] : [paragraph([text(`${sayPart(part, number, parts.length)}.`)])]),
      ...part.flatMap((one) => toBlocks(one, withNames)),
    ],
    foot: `${title}, ${name}`,
    at: now,
  });
}

function toBlocks(reflection: Reflection, withNames: boolean): Block[] {
  const { minutes, partnerName } = reflection;
  const partner = withNames && partnerName ? ` · with ${partnerName}` : "";
  return [
    { type: "heading", level: 2, id: "", inlines: [text(sayHeldOn(reflection))] },
    paragraph([text(`Mentoring, ${sayMinutes(minutes)} · ${sayCountsAs(reflection)}${partner}`)]),
    ...listWords(reflection).flatMap(({ question, words }): Block[] => [
      ...(question ? [{ type: "heading", level: 3, id: "", inlines: [text(question)] } satisfies Block] : []),
      ...words.split(/\n\s*\n/).map((part) => paragraph([text(part)])),
    ]),
  ];
}

const text = (words: string): Inline => ({ type: "text", text: words });
const bold = (words: string): Inline => ({ type: "strong", inlines: [text(words)] });
const paragraph = (inlines: Inline[]): Block => ({ type: "paragraph", inlines });
