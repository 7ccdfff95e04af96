import { addDays } from "@/lib/foundation/dates";
import { type Answerable, signAnswerLink } from "@/lib/notify/notices/answer-link";
import { signUnsubscription } from "@/lib/notify/notices/unsubscribe";
import { type Exhibit, pressing, type Room } from "./exhibit";
import { SECOND_STEP } from "./second-step";
import type { Society } from "./society";

/** What a mail's link would be that asks one of the gallery's people. */
function linkOf({ people, askedPair, secret, now }: Society, what: Answerable): string {
  const [memberId, subjectId] = what === "met" ? [people.asked.id, askedPair] : [people.silent.id, people.silent.id];
  return signAnswerLink({ memberId, what, subjectId, round: 1, until: addDays(now, 20, "Europe/London") }, secret);
}

/** What the link of an invitation to one of them would be; of an earlier time if it is another round. */
function invitationOf({ people, planned, plannedRound, secret, now }: Society, round = plannedRound): string {
  const link = { memberId: people.mentor.id, what: "meeting", subjectId: planned, round } as const;
  return signAnswerLink({ ...link, until: addDays(now, 5, "Europe/London") }, secret);
}

/** What the link of a survey's mail would be. */
function surveyOf({ people, askedSurvey, secret, now }: Society): string {
  const link = { memberId: people.fresh.id, what: "survey", subjectId: askedSurvey, round: 1 } as const;
  return signAnswerLink({ ...link, until: addDays(now, 20, "Europe/London") }, secret);
}

/** What somebody without an account gets who may recommend one of them. */
function refereeLink({ people, referee, secret, now }: Society): string {
  const link = { memberId: people.mentor.id, what: "referee", subjectId: referee, round: 1 } as const;
  return `/referee/${signAnswerLink({ ...link, until: addDays(now, 20, "Europe/London") }, secret)}`;
}

const seen = { as: "stranger", state: "by a stranger" } as const;
const local = { as: "stranger", isLocal: true } as const;
const hasNoNumber: NonNullable<Exhibit["doing"]> = async (page, society) => {
  await pressing("Create account")(page, society);
};

/** What is there for everybody. */
export const PUBLIC: Room = [
  { route: "/", ...seen },
  ...["/accessibility", "/complaints", "/faq", "/privacy", "/terms", "/sign-in"].map((route) => ({ route, ...seen })),
  ...["lapsed", "incomplete&missing=name"].map((why) => ({
    ...{ route: "/sign-in", state: `refused: ${why.slice(0, 10)}`, as: "stranger" as const },
    ...{ at: `/sign-in?refused=${why}`, isError: true },
  })),
  { route: "/sign-in", state: "broken off at the society", as: "stranger", at: "/sign-in?error=failed", isError: true },
  { route: "/faq", state: "an address where nothing is", as: "stranger", at: "/nowhere" },
  {
    route: "/unsubscribe/[token]",
    state: "a link of a mail",
    as: "stranger",
    at: ({ people, secret }) =>
      `/unsubscribe/${signUnsubscription({ memberId: people.fresh.id, what: "relationships" }, secret)}`,
  },
  { route: "/unsubscribe/[token]", state: "a link that is not whole", as: "stranger", at: "/unsubscribe/half" },
  {
    route: "/unsubscribe/[token]",
    state: "stopped",
    as: "stranger",
    at: ({ people, secret }) =>
      `/unsubscribe/${signUnsubscription({ memberId: people.fresh.id, what: "relationships" }, secret)}`,
    doing: async (page) => {
      await page.getByRole("button", { name: "Stop these e-mails" }).click();
      await page.getByRole("heading", { name: "You no longer get these e-mails" }).waitFor();
    },
  },
  { route: "/referee/[token]", state: "a question", as: "stranger", at: refereeLink },
  {
    route: "/referee/[token]",
    state: "nothing chosen",
    as: "stranger",
    at: refereeLink,
    doing: pressing("Send answer"),
    isError: true,
  },
  { route: "/referee/[token]", state: "a link that is not whole", as: "stranger", at: "/referee/half" },
  ...(["", "?answer=met", "?answer=not-going"] as const).map((rest) => ({
    route: "/met/[token]",
    state: rest === "" ? "four answers" : `one chosen: ${rest.slice(8)}`,
    as: "stranger" as const,
    at: (society: Society) => `/met/${linkOf(society, "met")}${rest}`,
  })),
  { route: "/met/[token]", state: "a link that is not whole", as: "stranger", at: "/met/half" },
  ...(["", "?answer=accept"] as const).map((rest) => ({
    route: "/meeting/[token]",
    state: rest === "" ? "an invitation" : "one answer chosen",
    as: "stranger" as const,
    at: (society: Society) => `/meeting/${invitationOf(society)}${rest}`,
  })),
  {
    route: "/meeting/[token]",
    state: "a meeting that has been moved",
    as: "stranger",
    at: (society) => `/meeting/${invitationOf(society, 1)}`,
  },
  { route: "/meeting/[token]", state: "a link that is not whole", as: "stranger", at: "/meeting/half" },
  {
    route: "/answer/[token]",
    state: "three answers",
    as: "stranger",
    at: (society) => `/answer/${linkOf(society, "available")}`,
  },
  {
    route: "/answer/[token]",
    state: "a pause without a day",
    as: "stranger",
    at: (society) => `/answer/${linkOf(society, "available")}?answer=pause`,
    doing: pressing("Pause until a day"),
    isError: true,
  },
  {
    route: "/answer/[token]",
    state: "a survey, one pressed",
    as: "stranger",
    at: (society) => `/answer/${surveyOf(society)}?answer=4`,
  },
  { route: "/", state: "with local accounts", ...local },
  { route: "/create-account", state: "empty", ...local },
  { route: "/create-account", state: "nothing filled in", ...local, doing: hasNoNumber, isError: true },
  { route: "/forgotten-password", state: "empty", ...local },
  ...SECOND_STEP,
  { route: "/reset-password", state: "a link that does not work", ...local, at: "/reset-password?token=half" },
  { route: "/verify", state: "a link that does not work", ...local, at: "/verify?token=half" },
];
