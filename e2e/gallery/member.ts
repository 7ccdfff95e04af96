import { CONDITION_KINDS } from "@/lib/pairing/readiness/conditions/condition";
import { askedInScheme } from "./conditions";
import { pressing, type Room } from "./exhibit";
import type { Society } from "./society";

/** What a member has for themselves. */
export const MEMBER: Room = [
  { route: "/", state: "a mentee with a mentor", as: "mentee" },
  { route: "/", state: "a mentor with several mentees", as: "mentor" },
  { route: "/", state: "a mentee whose proposal was rejected", as: "looking" },
  { route: "/", state: "no profile yet", as: "bare" },
  { route: "/", state: "a mentee who is asked how it goes", as: "asked" },
  { route: "/", state: "a mentor who is asked whether they are available", as: "silent" },
  { route: "/", state: "a mentor whose mentee is a former member", as: "bereft" },
  { route: "/", state: "staff are led to theirs", as: "staff" },
  { route: "/programmes", state: "one more than the society’s scheme", as: "fresh" },
  { route: "/programmes/[id]", state: "to be joined", as: "fresh", at: ({ programme }) => `/programmes/${programme}` },
  {
    route: "/programmes/[id]",
    state: "to be joined, with what it needs",
    as: "silent",
    at: ({ programme }) => `/programmes/${programme}`,
    doing: async (page) => {
      for (const summary of await page.getByRole("main").locator("summary").all()) await summary.click();
    },
  },
  { route: "/programmes/[id]", state: "joined as a mentor", as: "mentor", at: ({ programme }) => `/programmes/${programme}` },
  {
    route: "/programmes/[id]",
    state: "too many places",
    as: "mentor",
    at: ({ programme }) => `/programmes/${programme}`,
    doing: async (page, society) => {
      await page.getByLabel(/at once in this programme/).fill("99");
      await pressing("Save places")(page, society);
    },
    isError: true,
  },
  { route: "/surveys/[id]", state: "asked", as: "fresh", at: ({ askedSurvey }) => `/surveys/${askedSurvey}` },
  {
    route: "/surveys/[id]",
    state: "nothing answered",
    as: "fresh",
    at: ({ askedSurvey }) => `/surveys/${askedSurvey}`,
    doing: pressing("Send my answer"),
    isError: true,
  },
  { route: "/readiness", state: "one thing of each kind", as: "mentor" },
  {
    route: "/readiness/[id]",
    state: "training that expires soon",
    as: "mentor",
    at: ({ expiringTraining }) => `/readiness/${expiringTraining}`,
  },
  ...CONDITION_KINDS.map((kind) => ({
    route: "/readiness/[id]",
    state: kind,
    as: "mentor" as const,
    at: ({ conditions }: Society) => `/readiness/${conditions[kind]}`,
  })),
  {
    route: "/readiness/[id]",
    state: "no referee named",
    as: "mentor",
    at: ({ conditions }) => `/readiness/${conditions.referee}`,
    doing: pressing("Ask another referee"),
    isError: true,
  },
  { route: "/welcome", state: "a mentee", as: "fresh" },
  { route: "/welcome", state: "the third film", as: "mentor", at: "/welcome?film=3" },
  { route: "/choose-account", state: "both roles", as: "both" },
  { route: "/choose-account", state: "just joined", as: "both", at: "/choose-account?done=joined" },
  {
    route: "/choose-account",
    state: "after a link for the mentor",
    as: "both",
    at: "/choose-account?to=/profile%3Fas%3Dmentor",
  },
  { route: "/join", state: "empty", as: "newcomer" },
  { route: "/join", state: "what a role needs", as: "newcomer", doing: askedInScheme },
  { route: "/join", state: "no role chosen", as: "newcomer", doing: pressing("Join"), isError: true },
  { route: "/come-back", state: "an account that was deleted", as: "left" },
  { route: "/account", state: "a mentor", as: "mentor" },
  { route: "/account", state: "a mentee, and what the other role needs", as: "fresh", doing: askedInScheme },
  { route: "/account", state: "a mentor who is unavailable, to whom no mail comes", as: "away" },
  {
    route: "/account",
    state: "a day that is no day",
    as: "mentor",
    doing: async (page, society) => {
      await page.getByLabel(/Available again from/).fill("2020-01-01");
      await pressing("Make Unavailable")(page, society);
    },
    isError: true,
  },
  {
    route: "/account",
    state: "a role in which somebody waits",
    as: "asker",
    doing: async (page, society) => {
      await page.getByRole("checkbox", { name: /I want to be a mentor/ }).check();
      await page.getByRole("checkbox", { name: /I want to be a mentee/ }).uncheck();
      await pressing("Save")(page, society);
    },
    isError: true,
  },
  { route: "/account/delete", state: "with a relationship and a proposal", as: "mentor" },
  { route: "/account/erase", state: "with a relationship and a proposal", as: "mentor" },
  { route: "/account/erase", state: "no number typed", as: "mentor", doing: pressing("Erase everything"), isError: true },
  { route: "/account/erase", state: "an account that was deleted", as: "left" },
  { route: "/profile", state: "a mentor", as: "mentor" },
  { route: "/profile", state: "a mentee", as: "mentee" },
  {
    route: "/profile",
    state: "nothing said",
    as: "mentor",
    doing: async (page, society) => {
      await page.getByLabel("Headline").fill("");
      await pressing("Save Profile")(page, society);
    },
    isError: true,
  },
  { route: "/notifications", state: "with some", as: "mentor" },
  { route: "/notifications", state: "of a former member", as: "bereft" },
  { route: "/notifications", state: "none yet", as: "newcomer", at: "/notifications" },
  { route: "/letters/[id]", state: "to many", as: "mentee", at: ({ sentLetter }) => `/letters/${sentLetter}` },
  {
    route: "/letters/[id]",
    state: "to pairs",
    as: "mentee",
    at: ({ sentToPairs, pair }) => `/letters/${sentToPairs}?of=${pair}`,
  },
  { route: "/account/sessions", state: "this browser", as: "asker" },
  { route: "/", state: "a mentee in a queue", as: "looking" },
  { route: "/relationships", state: "a mentee with a mentor", as: "mentee" },
  { route: "/relationships", state: "a mentor with proposals and mentees", as: "mentor" },
  { route: "/relationships", state: "a former member", as: "bereft" },
  {
    route: "/relationships",
    state: "tools unfolded",
    as: "mentor",
    doing: async (page) => {
      await page.getByText("Tools").first().click();
    },
  },
  { route: "/cpd", state: "with a reflection", as: "mentee" },
  { route: "/cpd", state: "empty", as: "fresh" },
  { route: "/cpd/new", state: "empty", as: "mentee" },
  { route: "/cpd/new", state: "nothing filled in", as: "mentee", doing: pressing("Save"), isError: true },
  { route: "/cpd/[id]", state: "one", as: "mentee", at: ({ reflection }) => `/cpd/${reflection}` },
  { route: "/cpd/[id]/delete", state: "asked", as: "mentee", at: ({ reflection }) => `/cpd/${reflection}/delete` },
  { route: "/resources", state: "for a mentor", as: "mentor" },
  { route: "/resources/[id]", state: "one", as: "both", at: ({ resource }) => `/resources/${resource}` },
  {
    route: "/resources/[id]",
    state: "a film and what is said in it",
    as: "mentor",
    at: ({ filmResource }) => `/resources/${filmResource}`,
  },
  {
    route: "/support",
    state: "about a relationship, with messages to choose",
    as: "mentee",
    at: ({ pair }) => `/support?relationship=${pair}`,
  },
  { route: "/support", state: "with a request", as: "mentee" },
  { route: "/support", state: "nothing said", as: "fresh", doing: pressing("Send"), isError: true },
  { route: "/support/[id]", state: "open", as: "mentee", at: ({ request }) => `/support/${request}` },
  {
    route: "/support/[id]",
    state: "nothing written",
    as: "mentee",
    at: ({ request }) => `/support/${request}`,
    doing: pressing("Send"),
    isError: true,
  },
  { route: "/demo/mailbox", state: "of the demonstration", as: "mentor" },
];
