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

/** The one thing that it makes most sense to do now, and the way there. Nothing once a relationship has ended. */
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
  return (
    <section aria-labelledby="next" className="grid gap-3 rounded-[0.5rem] bg-tint p-5 wide:p-7">
      <h2 id="next">{heading}</h2>
      <p>{text}</p>
      {action && (
        <p className="mt-1">
          <LinkButton href={action[0].startsWith("#") ? action[0] : `/relationships/${id}/${action[0]}`}>
            {action[1]}
          </LinkButton>
        </p>
      )}
    </section>
  );
}

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
    heading: `${partner} would like to go on`,
    text: `For ${months} months more, if you would like that too.`,
    action: ["#go-on", "Answer"],
  }),
  "answer-meeting": ({ partner, meetsAt }) => ({
    heading: `${partner} would like to meet`,
    text: `On ${meetsAt}. Does that suit you?`,
    action: ["meetings", "Answer"],
  }),
  "confirm-meeting": () => ({
    heading: "Did your meeting take place?",
    text: "Note whether it did, so that both of you know where you stand. It also lets you write it down for your CPD record.",
    action: ["meetings", "Open Meetings"],
  }),
  "arrange-first-conversation": ({ partner, isMentee, mentors }) => ({
    heading: "Hold your first conversation",
    text: isMentee
      ? `Get to know ${partner}, and agree how you will work. Most ${mentors} are glad when you take this step.`
      : `Get to know ${partner}, and agree how you will work. A word from you makes the beginning easier.`,
    action: ["first-conversation", "First conversation"],
  }),
  "await-first-conversation": ({ meetsAt }) => ({
    heading: "Your first conversation is arranged",
    text: `You talk on ${meetsAt}. A look at what to talk about takes five minutes.`,
    action: ["first-conversation", "First conversation"],
  }),
  "sign-contract": ({ partner }) => ({
    heading: "Sign your contract",
    text: `It says what you and ${partner} may expect of each other, and protects you both.`,
    action: ["contract", "Read and sign"],
  }),
  "end-or-extend": ({ partner, endsOn }) => ({
    heading: `Your mentoring is agreed until ${endsOn}`,
    text: `Talk with ${partner} about whether you would like to go on. If not, plan a good last meeting.`,
    action: ["#go-on", "Go on, or end it"],
  }),
  "arrange-meeting": ({ partner }) => ({
    heading: "Arrange your next meeting",
    text: `Pairs that always have a next date keep going. Suggest one to ${partner}.`,
    action: ["meetings", "Arrange a meeting"],
  }),
  "set-goals": () => ({
    heading: "Set your first goals",
    text: "Two or three are enough: what, why, and how you will know that you are there.",
    action: ["goals", "Write down a goal"],
  }),
  "look-at-goals": () => ({
    heading: "Look at your goals",
    text: "The day that you aimed for has passed for at least one of them. Is it still right?",
    action: ["goals", "Open Goals"],
  }),
  "carry-on": ({ meetsAt }) => ({
    heading: "All is well",
    text: meetsAt ? `Your next meeting is on ${meetsAt}.` : "There is nothing that waits for you.",
    action: meetsAt ? ["meetings", "Open Meetings"] : null,
  }),
};
