import type { Block, Inline } from "@/lib/foundation/blocks";
import { makePdf } from "@/lib/foundation/pdf/make";
import type { Settings } from "@/lib/society/settings/settings";
import { sayAmount } from "@/lib/staff/reports/report";
import type { Board, Line, Topic } from "./board";
import { sayRange } from "./period";
import { sayCompared, sayShortage, sayTopicColumns, TOPICS_HEADING } from "./wording";

/** The board as a file to hand round: the same numbers, each with how it is counted. */
export async function makeBoardPdf(board: Board, settings: Settings, now: Date): Promise<Buffer> {
  const { range, before } = board.period;
  return makePdf({
    title: `Mentoring: ${sayRange(range)}`,
    society: settings.society.name,
    blocks: [
      paragraph([text(`Compared with ${sayRange(before)}.`)]),
      ...board.parts.flatMap(({ heading, lines }) => [toHeading(heading), list(lines.map(toItem))]),
      ...topicBlocks(board.topics, settings),
    ],
    foot: `Mentoring: ${sayRange(range)}`,
    at: now,
  });
}

function toItem(line: Line): Block[] {
  return [paragraph([bold(`${line.label}: ${sayCompared(line)}`)]), paragraph([text(line.meaning)])];
}

function topicBlocks(topics: readonly Topic[], { words }: Settings): Block[] {
  const columns = sayTopicColumns(words);
  const sayTopic = ({ sent, waiting, mentors, places }: Topic) =>
    [sent, waiting, mentors, places].map((amount, i) => `${columns[i]?.label}: ${sayAmount(amount, "count")}`).join(" · ");
  return [
    toHeading(TOPICS_HEADING),
    paragraph([text(sayShortage(topics))]),
    list(topics.map((topic) => [paragraph([bold(topic.label)]), paragraph([text(sayTopic(topic))])])),
    ...columns.map(({ label, meaning }) => paragraph([bold(`${label}: `), text(meaning)])),
  ];
}

const text = (words: string): Inline => ({ type: "text", text: words });
const bold = (words: string): Inline => ({ type: "strong", inlines: [text(words)] });
const paragraph = (inlines: Inline[]): Block => ({ type: "paragraph", inlines });
const list = (items: Block[][]): Block => ({ type: "list", isOrdered: false, start: 1, items });
const toHeading = (words: string): Block => ({ type: "heading", level: 2, id: "", inlines: [text(words)] });
