import { Action, Paragraph } from "@/lib/notify/letters/parts";
import { defineNotices } from "@/lib/notify/notices/define";
import type { NoticeData } from "@/lib/notify/notices/notice";
import { sayRange } from "./period";

/** It says that the numbers are there, and none of them: they are read after signing in. */
export const BOARD_NOTICES = defineNotices({
  "board-ready": {
    group: "account",
    to: "member",
    label: "The society’s board is ready",
    sentence: ({ data }) => `The society’s board for ${sayMonth(data)} is ready.`,
    leadsTo: ({ data: { from, to } }) => (from && to ? `/admin/board?${new URLSearchParams({ from, to })}` : "/admin/board"),
    letter: ({ product, data, here, say }) => ({
      subject: `${product}: the society’s board for ${say("month", sayMonth(data))}`,
      preview: "How mentoring went, on one page.",
      heading: `The society’s board for ${say("month", sayMonth(data))}`,
      body: (
        <>
          <Paragraph>
            You can now read how mentoring went in {say("month", sayMonth(data))}, beside the month before: members taking part,
            proposals and their answers, and how many pairs have met.
          </Paragraph>
          <Paragraph>The numbers are not in this mail. You can download the page as a PDF there.</Paragraph>
          <Action to={here}>Open the board</Action>
        </>
      ),
      because: `an administrator of ${product} has named you as a reader of the society’s board`,
    }),
  },
});

function sayMonth({ from, to }: NoticeData): string {
  return from && to ? sayRange({ from, to }) : "last month";
}
