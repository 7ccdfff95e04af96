import { PEOPLE, type Person, personOf } from "@/demo/people";
import { Random } from "@/demo/people/random";
import type { ProposalWords } from "@/lib/pairing/proposals/proposal";
import { idOf } from "./ids";
import type { Step } from "./step";
import { dayBefore, type ProposalWriter } from "./words";

const DAY = 86_400_000;
const HOUR = 3_600_000;

const MEI_TO_GARETH: ProposalWords = {
  objectives:
    "In spring I am presenting our new children's clinic to the board. I would like to stand up straight, and to answer questions without looking round for my manager. You write that we would talk until I can say it aloud: that is just what I need.",
  topics: [6],
  methods: [1, 2],
  meeting: "Once a month in Cardiff or Swansea, and a short video call before the big day.",
  contribution: "I prepare well, I do what I say I will, and I know where to find good noodles in both towns.",
};

/** Whose stories are told here, and Amina and Nia, who have none yet. */
export function isSetAside({ number }: Person): boolean {
  return Number(number) <= 100_009 || FRIENDS.some((friend) => friend?.number === number);
}

const STRANGERS = PEOPLE.filter(({ number, hasJoined, standing }) => {
  return Number(number) > 100_009 && hasJoined && standing === "current";
});
const MENTEES = STRANGERS.filter((person) => person.mentee && !person.mentor).slice(-4);
const MENTOR = STRANGERS.find(({ mentor, mentee }) => mentor?.isAvailable && !mentee && mentor.topics.includes(1));
/** Members without a fixed number who play a part in these stories. */
const FRIENDS = [MENTOR, ...MENTEES];

/** The stories of those who are always there; `now` is the moment at which the demonstration begins. */
export function planNamed(now: Date, writer: ProposalWriter): Step[] {
  const random = new Random(7);
  const mei = pair("100008", "100002");
  const began = new Date(now.getTime() - 7 * DAY);
  const [mentor, first, second, third, fourth] = FRIENDS;
  if (!mentor || !first || !second || !third || !fourth) throw new Error("too few people for the stories");

  const relate = (menteeNumber: string, mentorNumber: string, days: number, endedDays?: number): Step[] => {
    const { id, menteeId, mentorId } = pair(menteeNumber, mentorNumber);
    const at = dayBefore(now, days, random);
    const words = writer.write(asking(menteeNumber), asked(mentorNumber), random);
    const answered = new Date(at.getTime() + (personOf(mentorNumber).mentor?.answerHours ?? 40) * HOUR);
    const ended =
      endedDays === undefined
        ? []
        : [{ at: dayBefore(now, endedDays, random), proposal: id, type: "end" as const, because: "completed" as const }];
    return [
      { at, proposal: id, type: "send", menteeId, mentorId, words },
      { at: answered, proposal: id, type: "accept" },
      ...ended,
    ];
  };

  return [
    {
      at: new Date(began.getTime() - 20 * HOUR),
      proposal: mei.id,
      type: "send",
      menteeId: mei.menteeId,
      mentorId: mei.mentorId,
      words: MEI_TO_GARETH,
    },
    { at: began, proposal: mei.id, type: "accept" },
    ...relate("100005", "100002", 420, 95),
    ...relate("100003", mentor.number, 120),
    ...relate(first.number, "100003", 64),
    ...relate(second.number, "100007", 210),
    ...relate(third.number, "100007", 45),
    ...relate(fourth.number, "100003", 330, 30),
  ];
}

function pair(menteeNumber: string, mentorNumber: string) {
  return {
    id: idOf("proposal", `${menteeNumber}-${mentorNumber}`),
    menteeId: idOf("member", menteeNumber),
    mentorId: idOf("member", mentorNumber),
  };
}

function asking(number: string): Person & { mentee: NonNullable<Person["mentee"]> } {
  const person = personOf(number);
  if (!person.mentee) throw new Error(`${number} is no mentee`);
  return { ...person, mentee: person.mentee };
}

function asked(number: string): Person & { mentor: NonNullable<Person["mentor"]> } {
  const person = personOf(number);
  if (!person.mentor) throw new Error(`${number} is no mentor`);
  return { ...person, mentor: person.mentor };
}
