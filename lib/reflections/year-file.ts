import type { Block, Inline } from "@/lib/content/document";
import { type Csv, makeCsv } from "@/lib/csv";
import { makePdf } from "@/lib/pdf/make";
import { type Reflection, sumUp } from "./reflection";
import { listWords, QUESTIONS, sayCountsAs, sayHeldOn, sayMinutes, sayTotals } from "./wording";

/** A year's record, for a file. */
export interface YearRecord {
  year: number;
  /** Whose it is. */
  name: string;
  society: string;
  reflections: readonly Reflection[];
  /** Whether the file says with whom they met. What the member wrote stays as it was written. */
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

/** The same to read and to hand in: the sum first, then each reflection under its day. */
export function makeRecordPdf({ year, name, society, reflections, withNames, now }: YearRecord): Promise<Buffer> {
  const title = `CPD record ${year}`;
  return makePdf({
    title,
    society,
    blocks: [
      paragraph([bold(name)]),
      paragraph([text(sayTotals(sumUp(reflections)))]),
      ...reflections.flatMap((one) => toBlocks(one, withNames)),
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
