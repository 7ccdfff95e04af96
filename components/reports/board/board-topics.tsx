import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { capital } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { type Board, isShort, type Topic } from "@/lib/staff/board/board";
import { topicsDrawn } from "@/lib/staff/board/charts";
import { letterOf, mentorsOf, sentOf, UNASKED } from "@/lib/staff/board/leads";
import { sayShortage, sayTopicColumns, TOPICS_HEADING } from "@/lib/staff/board/wording";
import { listHref } from "@/lib/staff/reports/leads";
import { sayAmount } from "@/lib/staff/reports/report";
import { BoardChart } from "./board-part";

interface BoardTopicsProps {
  board: Board;
  words: Settings["words"];
  /** Whether the reader may see the lists to which the numbers lead. */
  hasLists: boolean;
}

/** Supply and demand by topic, and where to find those who could offer what is missing. */
export function BoardTopics({ board, words, hasLists }: BoardTopicsProps) {
  const { topics } = board;
  const short = topics.filter(isShort);
  const columns = sayTopicColumns(words);
  const [sentLabel = "", , mentorsLabel = ""] = columns.map(({ label }) => label);
  return (
    <section aria-labelledby="by-topic" className="grid grid-cols-1 gap-4">
      <h2 id="by-topic">{TOPICS_HEADING}</h2>
      <p>{sayShortage(topics)}</p>
      {hasLists && short.length > 0 && (
        <ul className="flex flex-wrap gap-x-5 gap-y-1 print:hidden">
          {short.map((topic) => (
            <li key={topic.id}>
              <Link href={letterOf(topic)} className="inline-block py-1">
                {`Write to ${words.mentors} who could offer ${topic.label}`}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <BoardChart figures={topicsDrawn(board)} />
      <Table
        caption={`${TOPICS_HEADING}: the numbers`}
        isMatrix
        columns={[{ label: "Topic" }, ...columns.map(({ label }) => ({ label, isNumber: true }))]}
        rows={topics.map((topic) => ({
          key: String(topic.id),
          cells: [
            topic.label,
            <Figure
              key="sent"
              of={topic}
              label={sentLabel}
              amount={topic.sent}
              href={hasLists ? sentOf(topic, board) : null}
            />,
            sayAmount(topic.waiting, "count"),
            <Figure
              key="mentors"
              of={topic}
              label={mentorsLabel}
              amount={topic.mentors}
              href={hasLists ? mentorsOf(topic) : null}
            />,
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
      {hasLists && (
        <p className="flex flex-wrap gap-x-5 gap-y-1 print:hidden">
          <Link
            href={listHref("members", { role: "mentor", status: "active", standing: "current" })}
            className="inline-block py-1"
          >
            {`See all ${words.mentors}`}
          </Link>
          <Link href={UNASKED.list} className="inline-block py-1">
            {`${capital(words.mentors)} nobody has asked`}
          </Link>
          <Link href={UNASKED.letter} className="inline-block py-1">
            {`Write to ${words.mentors} nobody has asked`}
          </Link>
        </p>
      )}
    </section>
  );
}

/** A number, which leads to those whom it counts. */
function Figure({ of, label, amount, href }: { of: Topic; label: string; amount: number; href: string | null }) {
  const said = sayAmount(amount, "count");
  if (amount === 0 || href === null) return said;
  return (
    <Link href={href} className="-my-1 inline-block min-w-6 py-1">
      {said}
      <span className="sr-only">{`: ${label}, ${of.label}`}</span>
    </Link>
  );
}
