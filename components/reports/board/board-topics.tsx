import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { capital } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import type { Board, Topic } from "@/lib/staff/board/board";
import { topicsDrawn } from "@/lib/staff/board/charts";
import { mentorsOf, sentOf } from "@/lib/staff/board/leads";
import { sayShortage, sayTopicColumns, TOPICS_HEADING } from "@/lib/staff/board/wording";
import { listHref } from "@/lib/staff/reports/leads";
import { sayAmount } from "@/lib/staff/reports/report";
import { BoardChart } from "./board-part";

/** Supply and demand by topic, and where to find those who could offer what is missing. */
export function BoardTopics({ board, words }: { board: Board; words: Settings["words"] }) {
  const { topics } = board;
  const columns = sayTopicColumns(words);
  const [sentLabel = "", , mentorsLabel = ""] = columns.map(({ label }) => label);
  return (
    <section aria-labelledby="by-topic" className="grid grid-cols-1 gap-4">
      <h2 id="by-topic">{TOPICS_HEADING}</h2>
      <p>{sayShortage(topics)}</p>
      <BoardChart figures={topicsDrawn(board)} />
      <Table
        caption={`${TOPICS_HEADING}: the numbers`}
        isMatrix
        columns={[{ label: "Topic" }, ...columns.map(({ label }) => ({ label, isNumber: true }))]}
        rows={topics.map((topic) => ({
          key: String(topic.id),
          cells: [
            topic.label,
            <Figure key="sent" of={topic} label={sentLabel} amount={topic.sent} href={sentOf(topic, board)} />,
            sayAmount(topic.waiting, "count"),
            <Figure key="mentors" of={topic} label={mentorsLabel} amount={topic.mentors} href={mentorsOf(topic)} />,
            sayAmount(topic.places, "count"),
          ],
        }))}
      />
      <ul className="grid max-w-reading gap-1 text-[0.92rem] text-soft">
        {columns.map(({ label, meaning }) => (
          <li key={label}>
            <strong className="font-semibold">{label}:</strong> {meaning}
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-5 gap-y-1 print:hidden">
        <Link
          href={listHref("members", { role: "mentor", status: "active", standing: "current" })}
          className="inline-block py-1"
        >
          {`See all ${words.mentors}`}
        </Link>
        <Link href={listHref("members", { gap: "mentor-unasked" })} className="inline-block py-1">
          {`${capital(words.mentors)} nobody has asked`}
        </Link>
      </p>
    </section>
  );
}

/** A number, which leads to those whom it counts. */
function Figure({ of, label, amount, href }: { of: Topic; label: string; amount: number; href: string }) {
  const said = sayAmount(amount, "count");
  if (amount === 0) return said;
  return (
    <Link href={href} className="-my-1 inline-block min-w-6 py-1">
      {said}
      <span className="sr-only">{`: ${label}, ${of.label}`}</span>
    </Link>
  );
}
