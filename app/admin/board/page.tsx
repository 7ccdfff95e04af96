import { notFound } from "next/navigation";
import { BoardChart, BoardPart } from "@/components/reports/board/board-part";
import { BoardTopics } from "@/components/reports/board/board-topics";
import { Page } from "@/components/ui/page";
import { dayOf } from "@/lib/foundation/dates";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { outcomesDrawn } from "@/lib/staff/board/charts";
import { sayRange } from "@/lib/staff/board/period";
import { readBoard } from "@/lib/staff/board/queries";
import { SHOWN_INSTEAD } from "@/lib/staff/board/wording";
import { sayRangeProblem } from "@/lib/staff/reports/wording";
import { PeriodForm } from "./period-form";

export default async function BoardPage({ searchParams }: PageProps<"/admin/board">) {
  const viewer = await requireStaff("board");
  const [{ settings, now }, asked] = await Promise.all([readRequest(), searchParams]);
  const board = await readBoard(viewer, asked, settings, now);
  if (!board) notFound();
  const { period } = board;
  return (
    <Page
      settings={settings}
      title="The society’s board"
      heading="The society’s board"
      lede={`${sayRange(period.range)}, compared with ${sayRange(period.before)}.`}
      back={{ href: "/admin/reports", label: "Reports" }}
      problem={sayRangeProblem(period, SHOWN_INSTEAD)}
    >
      <PeriodForm period={period} latest={dayOf(now, settings.society.timeZone)} />
      {board.parts.map((part) => (
        <BoardPart key={part.key} part={part}>
          {part.key === "proposals" && <BoardChart figures={outcomesDrawn(board)} />}
        </BoardPart>
      ))}
      <BoardTopics board={board} words={settings.words} hasLists={viewer.staff !== "none"} />
    </Page>
  );
}
