import { createHash } from "node:crypto";
import { idOf } from "./story/ids";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const HELEN = "100006";

interface Told {
  by: string;
  kind: "member" | "answer" | "note";
  /** Hours before the demonstration begins. */
  hours: number;
  words: string;
  state?: "waiting" | "solved";
}

interface Story {
  reference: string;
  from: string;
  category: "technical" | "relationship" | "complaint" | "erasure" | "other";
  subject: string;
  told: readonly Told[];
}

const STORIES: readonly Story[] = [
  {
    reference: "H-7K3Q9",
    from: "100008",
    category: "technical",
    subject: "My calendar does not show the first meeting",
    told: [
      {
        by: "100008",
        kind: "member",
        hours: 50,
        words:
          "I subscribed to the private calendar address on my phone. The page shows the meeting, but the calendar does not. I have refreshed it twice.",
      },
      { by: HELEN, kind: "note", hours: 28, words: "Same phone as in last week's question: it only refreshes once a day." },
    ],
  },
  {
    reference: "H-M4X2T",
    from: "100005",
    category: "relationship",
    subject: "How do I say that once a month is too often?",
    told: [
      {
        by: "100005",
        kind: "member",
        hours: 6 * 24,
        words:
          "I like my mentor very much. With my shifts this winter a meeting every month is more than I can manage, and I do not want to seem ungrateful.",
      },
      {
        by: HELEN,
        kind: "answer",
        hours: 5 * 24,
        state: "waiting",
        words:
          "Say it just as you said it to me: most mentors are glad to be told. If you would rather we raised it, let me know and I will have a word.",
      },
    ],
  },
  {
    reference: "H-9WPE3",
    from: "100003",
    category: "other",
    subject: "Can a student of mine join before she qualifies?",
    told: [
      {
        by: "100003",
        kind: "member",
        hours: 12 * 24,
        words: "She finishes in June and has a place on our register as a student.",
      },
      {
        by: HELEN,
        kind: "answer",
        hours: 11 * 24,
        state: "solved",
        words: "Yes: students on the register are members like everybody else. She signs in with her own membership.",
      },
    ],
  },
  {
    reference: "H-C6R8B",
    from: "100007",
    category: "technical",
    subject: "A message arrived twice by e-mail",
    told: [
      {
        by: "100007",
        kind: "member",
        hours: 5,
        words: "I got two e-mails for one message, a minute apart. Nothing is lost, I was just wondering.",
      },
    ],
  },
];

/** Requests for help in every state, some of them answered by Helen Marsh; dated back from `now`, and the same each time. */
export function supportRows(now: Date) {
  const at = (hours: number) => new Date(now.getTime() - hours * HOUR);
  const requests = STORIES.map(({ reference, from, category, subject, told }) => {
    const [first, last] = [told[0], told.findLast(({ kind }) => kind !== "note")];
    const isAnswered = told.some(({ by }) => by === HELEN);
    return {
      id: idFor(reference),
      reference,
      memberId: idOf("member", from),
      category,
      subject,
      state: last?.state ?? "open",
      handlerId: isAnswered ? idOf("member", HELEN) : null,
      openedAt: at(first?.hours ?? DAY / HOUR),
      waitingSince: at(last?.hours ?? DAY / HOUR),
      version: told.filter(({ kind }) => kind !== "note").length,
    };
  });
  const entries = STORIES.flatMap(({ reference, told }) =>
    told.map(({ by, kind, hours, words, state }, i) => ({
      id: idFor(`${reference}-${i}`),
      requestId: idFor(reference),
      authorId: idOf("member", by),
      kind,
      words,
      state: state ?? null,
      at: at(hours),
    })),
  );
  const facts = STORIES.flatMap(({ reference, category, told }) =>
    told.map(({ by, kind, hours, state }, i) => ({
      at: at(hours),
      actor: kind === "member" ? "member" : "staff",
      actorId: idOf("member", by),
      fact:
        i === 0
          ? "request-opened"
          : kind === "note"
            ? "request-noted"
            : state === "solved"
              ? "request-solved"
              : "request-answered",
      subject: "support-request",
      subjectId: idFor(reference),
      data: i === 0 ? { category, reference } : {},
    })),
  );
  return { requests, entries, facts };
}

/** The same on every machine, as those of the people and proposals are. */
function idFor(name: string): string {
  const hex = createHash("sha256").update(`support:${name}`).digest("hex");
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
