import { LinkButton } from "@/components/ui/link-button";
import { sayDate, sayDateTime } from "@/lib/foundation/dates";
import { type NextStep, nextStep } from "@/lib/mentoring/dashboard/next-step";
import type { Standing } from "@/lib/mentoring/dashboard/standing";
import type { Settings } from "@/lib/society/settings/settings";

interface NextStepPanelProps {
  id: string;
  standing: Standing;
  partnerName: string;
  settings: Settings;
  now: Date;
  timeZone: string;
}

/** The most sensible next step, with a link to it. Nothing once the relationship has ended. */
export function NextStepPanel({ id, standing, partnerName, settings, now, timeZone }: NextStepPanelProps) {
  const step = nextStep(standing, now);
  if (!step) return null;
  const meetsAt = standing.nextMeeting ? sayDateTime(standing.nextMeeting.startsAt, now, timeZone) : "";
  const { heading, text, action } = SAY[step]({
    partner: partnerName,
    meetsAt,
    endsOn: sayDate(standing.agreedUntil, now, timeZone),
    months: standing.extension?.months ?? 0,
    isMentee: standing.viewerIs === "mentee",
    mentors: settings.words.mentors,
  });
  // Until the first conversation has been held, no other step takes its button away.
  const isFirstToCome = !standing.firstConversationAt && action?.[0] !== FIRST;
  return (
    <section aria-labelledby="next" className="grid gap-3 rounded-[0.5rem] bg-tint p-5 wide:p-7">
      <h2 id="next">{heading}</h2>
      <p>{text}</p>
      {(action || isFirstToCome) && (
        <p className="mt-1 flex flex-wrap gap-3">
          {action && (
            <LinkButton href={action[0].startsWith("#") ? action[0] : `/relationships/${id}/${action[0]}`}>
              {action[1]}
            </LinkButton>
          )}
          {isFirstToCome && (
            <LinkButton href={`/relationships/${id}/${FIRST}`} kind="quiet">
              First conversation
            </LinkButton>
          )}
        </p>
      )}
    </section>
  );
}

const FIRST = "first-conversation";

interface Given {
  partner: string;
  meetsAt: string;
  endsOn: string;
  months: number;
  isMentee: boolean;
  mentors: string;
}

interface Said {
  heading: string;
  text: string;
  action: readonly [to: string, label: string] | null;
}

const SAY: Record<NextStep, (given: Given) => Said> = {
  "answer-extension": ({ partner, months }) => ({
    heading: `${partner} would like to carry on`,
    text: `For another ${months} months, if you would like that too.`,
    action: ["#go-on", "Answer"],
  }),
  "answer-meeting": ({ partner, meetsAt }) => ({
    heading: `${partner} would like to meet`,
    text: `On ${meetsAt}. Does that suit you?`,
    action: ["meetings", "Answer"],
  }),
  "confirm-meeting": () => ({
    heading: "Did your meeting take place?",
    text: "Say whether it did, so that you both know where you stand. You can then add it to your CPD record.",
    action: ["meetings", "Open Meetings"],
  }),
  "arrange-first-conversation": ({ partner, isMentee, mentors }) => ({
    heading: "Hold your first conversation",
    text: isMentee
      ? `Get to know ${partner}, and agree how you will work. Most ${mentors} are glad if you get in touch first.`
      : `Get to know ${partner}, and agree how you will work. A message from you makes it easier to start.`,
    action: [FIRST, "First conversation"],
  }),
  "await-first-conversation": ({ meetsAt }) => ({
    heading: "Your first conversation is arranged",
    text: `You are talking on ${meetsAt}. It takes five minutes to look at what you could talk about.`,
    action: [FIRST, "First conversation"],
  }),
  "await-answer": ({ partner, meetsAt }) => ({
    heading: `${partner} has not answered yet`,
    text: `The meeting on ${meetsAt} is agreed on once they accept. We will tell you when they answer.`,
    action: ["meetings", "Open Meetings"],
  }),
  "sign-contract": ({ partner }) => ({
    heading: "Sign your contract",
    text: `It says what you and ${partner} can expect of each other, and protects you both.`,
    action: ["contract", "Read and sign"],
  }),
  "end-or-extend": ({ partner, endsOn }) => ({
    heading: `Your mentoring is agreed until ${endsOn}`,
    text: `Talk to ${partner} about whether you would both like to carry on. If not, plan a good last meeting.`,
    action: ["#go-on", "Carry on, or end it"],
  }),
  "arrange-meeting": ({ partner }) => ({
    heading: "Arrange your next meeting",
    text: `It is easier to keep going when the next date is fixed. Suggest one to ${partner}.`,
    action: ["meetings", "Arrange a meeting"],
  }),
  "set-goals": () => ({
    heading: "Set your first goals",
    text: "Two or three are enough. Say what you want, why, and how you will know that you have got there.",
    action: ["goals", "Write down a goal"],
  }),
  "look-at-goals": () => ({
    heading: "Look at your goals",
    text: "At least one of them has passed its target date. Is that date still right?",
    action: ["goals", "Open Goals"],
  }),
  "carry-on": ({ meetsAt }) => ({
    heading: "All is well",
    text: meetsAt ? `Your next meeting is on ${meetsAt}.` : "Nothing needs your attention.",
    action: meetsAt ? ["meetings", "Open Meetings"] : null,
  }),
};
