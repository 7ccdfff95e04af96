import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { capital } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import type { Board, Topic } from "@/lib/staff/board/board";
import { topicsDrawn } from "@/lib/staff/board/charts";
import { sayShortage, sayTopicColumns, TOPICS_HEADING } from "@/lib/staff/board/wording";
import { listHref } from "@/lib/staff/reports/leads";
import { sayAmount } from "@/lib/staff/reports/report";
import { BoardChart } from "./board-part";

/** Supply and demand by topic, and where to find those who could offer what is missing. */
export function BoardTopics({ board, words }: { board: Board; words: Settings["words"] }) {
  const { topics, period } = board;
  const columns = sayTopicColumns(words);
  const ofTopic = ({ id }: Topic) => listHref("proposals", { topic: id, ...period.range });
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
            topic.sent > 0 ? (
              <Link key="sent" href={ofTopic(topic)} className="-my-1 inline-block min-w-6 py-1">
                {sayAmount(topic.sent, "count")}
                <span className="sr-only">{`: Proposals sent, ${topic.label}`}</span>
              </Link>
            ) : (
              "0"
            ),
            ...[topic.waiting, topic.mentors, topic.places].map((amount) => sayAmount(amount, "count")),
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
