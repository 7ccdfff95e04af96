import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { type At, about, blank, seen } from "./by-staff";
import { pressing, type Room } from "./exhibit";

const ownText =
  (rest: string): At =>
  ({ ownProgramme }) =>
    `/admin/programmes/${ownProgramme}/texts/${rest}`;

/** With what staff run a scheme: programmes and what they need, matching, letters and surveys. */
export const SCHEME: Room = [
  seen("/admin/matching", "who waits"),
  seen("/admin/matching/pair", "nobody yet"),
  about("/admin/matching/pair", "nobody of that name", () => "/admin/matching/pair?mentee=qqqqqqqq&mentor=Robin"),
  about(
    "/admin/matching/pair",
    "side by side",
    ({ people }) => `/admin/matching/pair?mentee=${people.looking.id}&mentor=${people.mentor.id}`,
  ),
  about(
    "/admin/matching/pair",
    "not possible",
    ({ people }) => `/admin/matching/pair?mentee=${people.mentee.id}&mentor=${people.mentor.id}`,
  ),
  about("/admin/matching/[run]", "drafts", ({ run }) => `/admin/matching/${run}`),
  blank("/admin/matching/[run]", ({ run }) => `/admin/matching/${run}`, "Lock those ticked"),
  about("/admin/matching/[run]", "left over", ({ run }) => `/admin/matching/${run}?view=left`),
  about("/admin/matching/[run]", "searched", ({ run }) => `/admin/matching/${run}?who=wolfeschlegelstein`),
  about("/admin/matching/[run]", "a search that finds nobody", ({ run }) => `/admin/matching/${run}?view=left&who=qqqqqqqq`),
  about("/admin/matching/[run]", "could not be published", ({ run }) => `/admin/matching/${run}?view=refused`),
  about("/admin/matching/[run]", "nothing dropped", ({ run }) => `/admin/matching/${run}?view=dropped`),
  about("/admin/matching/[run]", "at work", ({ workingRun }) => `/admin/matching/${workingRun}`),
  about("/admin/matching/[run]/[mentee]", "to choose from", ({ run, matched }) => `/admin/matching/${run}/${matched}`),
  about("/admin/matching/[run]/publish", "asked", ({ run }) => `/admin/matching/${run}/publish`),
  seen("/admin/letters", "all"),
  about("/admin/letters/new", "to a list", () => "/admin/letters/new?role=mentor"),
  about("/admin/letters/new", "to one", ({ people }) => `/admin/letters/new?to=${people.mentor.id}`),
  about("/admin/letters/new", "to pairs", () => "/admin/letters/new?list=relationships&state=open"),
  about("/admin/letters/new", "to pairs, prepared", () => "/admin/letters/new?list=relationships&text=how-is-it-going"),
  about("/admin/letters/new", "to mentors who could offer a topic", () => "/admin/letters/new?couldOffer=1"),
  blank("/admin/letters/new", () => "/admin/letters/new?role=mentor", "Save draft and preview"),
  about("/admin/letters/[id]", "a draft", ({ draftLetter }) => `/admin/letters/${draftLetter}`),
  {
    ...about("/admin/letters/[id]", "no time chosen", ({ draftLetter }) => `/admin/letters/${draftLetter}`),
    doing: async (page, society) => {
      await page.getByLabel("Later, at this time").check();
      await pressing("Send the letter")(page, society);
    },
    isError: true,
  },
  about("/admin/letters/[id]", "waiting for its time", ({ scheduledLetter }) => `/admin/letters/${scheduledLetter}`),
  about("/admin/letters/[id]", "sent", ({ sentLetter }) => `/admin/letters/${sentLetter}`),
  about("/admin/letters/[id]", "to pairs, a draft", ({ draftToPairs }) => `/admin/letters/${draftToPairs}`),
  about("/admin/letters/[id]", "to pairs, sent", ({ sentToPairs }) => `/admin/letters/${sentToPairs}`),
  about("/admin/letters/[id]/edit", "to pairs", ({ draftToPairs }) => `/admin/letters/${draftToPairs}/edit`),
  about("/admin/letters/[id]/edit", "a draft", ({ draftLetter }) => `/admin/letters/${draftLetter}/edit`),
  about(
    "/admin/letters/[id]/recipients",
    "not reached",
    ({ sentLetter }) => `/admin/letters/${sentLetter}/recipients?of=suspended`,
  ),
  about(
    "/admin/letters/[id]/recipients",
    "of pairs",
    ({ sentToPairs }) => `/admin/letters/${sentToPairs}/recipients?of=product-only`,
  ),
  about("/admin/letters/[id]/recipients", "nobody", ({ sentLetter }) => `/admin/letters/${sentLetter}/recipients?of=failed`),
  seen("/admin/surveys", "all"),
  seen("/admin/surveys/new", "nothing filled in yet"),
  blank("/admin/surveys/new", () => "/admin/surveys/new", "Save draft"),
  about("/admin/surveys/[id]", "a draft", ({ draftSurvey }) => `/admin/surveys/${draftSurvey}`),
  blank("/admin/surveys/[id]", ({ draftSurvey }) => `/admin/surveys/${draftSurvey}`, "Add question"),
  about("/admin/surveys/[id]", "open, nothing to show", ({ openSurvey }) => `/admin/surveys/${openSurvey}`),
  about("/admin/surveys/[id]", "with figures", ({ pastSurvey }) => `/admin/surveys/${pastSurvey}`),
  about("/admin/surveys/[id]", "a standing one", () => "/admin/surveys/pulse"),
  about("/admin/surveys/[id]/edit", "a draft", ({ draftSurvey }) => `/admin/surveys/${draftSurvey}/edit`),
  about("/admin/surveys/answers/[id]", "low", ({ contactAnswer }) => `/admin/surveys/answers/${contactAnswer}`),
  seen("/admin/programmes", "all"),
  seen("/admin/programmes/new", "empty"),
  blank("/admin/programmes/new", () => "/admin/programmes/new", "Save draft"),
  about("/admin/programmes/[id]", "the society’s scheme", () => `/admin/programmes/${SOCIETY_SCHEME}`),
  about("/admin/programmes/[id]", "an intake", ({ programme }) => `/admin/programmes/${programme}`),
  about("/admin/programmes/[id]", "with its own texts", ({ ownProgramme }) => `/admin/programmes/${ownProgramme}`),
  about(
    "/admin/programmes/[id]/texts/[slug]",
    "the society’s",
    ({ programme }) => `/admin/programmes/${programme}/texts/contract`,
  ),
  about("/admin/programmes/[id]/texts/[slug]", "its own, with a draft", ownText("contract")),
  about("/admin/programmes/[id]/texts/[slug]", "its own guidance", ownText("first-conversation")),
  {
    ...about("/admin/programmes/[id]/texts/[slug]", "an unknown placeholder", ownText("contract")),
    doing: async (page, society) => {
      await page.getByLabel("Text", { exact: true }).fill("Dear {{mentr}}");
      await pressing("Publish")(page, society);
    },
    isError: true,
  },
  about("/admin/programmes/[id]/texts/[slug]/versions/[number]", "its own", ownText("contract/versions/1")),
  about("/admin/programmes/[id]/texts/[slug]/versions/[number]", "the society’s", ownText("contract/versions/0")),
  seen("/admin/matching/rules", "held, idle and retired"),
  seen("/admin/matching/rules/new", "empty"),
  blank("/admin/matching/rules/new", () => "/admin/matching/rules/new", "Add rule"),
  about("/admin/programmes/[id]/members", "those who have joined", ({ programme }) => `/admin/programmes/${programme}/members`),
  seen("/admin/readiness", "who lacks what"),
  about("/admin/readiness", "nobody", () => "/admin/readiness?state=expiring"),
  blank("/admin/readiness", () => "/admin/readiness", "Remind those ticked"),
  about("/admin/readiness/[id]", "a check", ({ checkItem }) => `/admin/readiness/${checkItem}`),
  about("/admin/readiness/[id]", "a referee", ({ refereeItem }) => `/admin/readiness/${refereeItem}`),
  seen("/admin/readiness/conditions", "one of each kind"),
  seen("/admin/readiness/conditions/new", "empty"),
  blank("/admin/readiness/conditions/new", () => "/admin/readiness/conditions/new", "Add condition"),
  about(
    "/admin/readiness/conditions/[id]",
    "a declaration",
    ({ conditions }) => `/admin/readiness/conditions/${conditions.declaration}`,
  ),
  about(
    "/admin/readiness/conditions/[id]",
    "training",
    ({ conditions }) => `/admin/readiness/conditions/${conditions.training}`,
  ),
  about(
    "/admin/readiness/conditions/[id]",
    "training that expires",
    ({ expiringTraining }) => `/admin/readiness/conditions/${expiringTraining}`,
  ),
  about("/admin/programmes/[id]/members", "nobody", ({ programme }) => `/admin/programmes/${programme}/members?status=left`),
];
