import { closeAll } from "@/lib/pairing/relationships/commands";
import { type Exhibit, pressing, type Room } from "./exhibit";
import type { Society } from "./society";

type Pair =
  | "pair"
  | "ownPair"
  | "freshPair"
  | "askedPair"
  | "invitedPair"
  | "endedPair"
  | "ending"
  | "wish"
  | "withErased"
  | "withLeft"
  | Asked;
type Asked = "open" | "rejected" | "waiting" | "withdrawn";
const of =
  (which: Pair, rest = "") =>
  (society: Society) =>
    `/relationships/${society[which]}${rest}`;
const pages = "/relationships/[id]";

/** A tool with something in it, with nothing in it, and once it can only be read. */
function everySide(tool: string): Exhibit[] {
  return [
    { route: `${pages}${tool}`, state: "in use", as: "mentee", at: of("pair", tool) },
    { route: `${pages}${tool}`, state: "not used yet", as: "fresh", at: of("freshPair", tool) },
    { route: `${pages}${tool}`, state: "after the end", as: "ended", at: of("endedPair", tool) },
  ];
}

function worksheets(kind: "swot" | "g-star", which: "swot" | "gStar"): Exhibit[] {
  const [one, edit] = [`${pages}/${kind}/[worksheetId]`, `${pages}/${kind}/[worksheetId]/edit`];
  return [
    { route: `${pages}/${kind}`, state: "in use", as: "mentee", at: of("pair", `/${kind}`) },
    { route: `${pages}/${kind}`, state: "not used yet", as: "fresh", at: of("freshPair", `/${kind}`) },
    { route: `${pages}/${kind}/new`, state: "empty", as: "mentee", at: of("pair", `/${kind}/new`) },
    {
      route: `${pages}/${kind}/new`,
      state: "nothing filled in",
      as: "mentee",
      at: of("pair", `/${kind}/new`),
      doing: pressing("Save"),
      isError: true,
    },
    {
      route: one,
      state: "two versions",
      as: "mentor",
      at: (society) => of("pair", `/${kind}/${society[which]}`)(society),
      doing: async (page) => {
        await page.getByText("Who changed what: 2 versions").click();
      },
    },
    {
      route: one,
      state: "an earlier version",
      as: "mentor",
      at: (society) => of("pair", `/${kind}/${society[which]}?version=1`)(society),
    },
    { route: edit, state: "filled in", as: "mentee", at: (society) => of("pair", `/${kind}/${society[which]}/edit`)(society) },
  ];
}

/** What two people have together, from the proposal to after the end. */
export const PARTNERS: Room = [
  ...everySide(""),
  { route: pages, state: "by the mentor", as: "mentor", at: of("pair") },
  { route: pages, state: "asked how it goes", as: "asked", at: of("askedPair") },
  {
    route: pages,
    state: "a pause without a day",
    as: "asked",
    at: of("askedPair"),
    doing: pressing("Suggest a pause"),
    isError: true,
  },
  { route: pages, state: "an invitation without an answer", as: "inviting", at: of("invitedPair") },
  { route: pages, state: "the partner would like to carry on", as: "wished", at: of("wish") },
  { route: pages, state: "the partner has left", as: "forsaken", at: of("withLeft") },
  { route: pages, state: "with a former member", as: "bereft", at: of("withErased") },
  ...everySide("/messages"),
  { route: `${pages}/messages`, state: "a long letter among many", as: "asked", at: of("askedPair", "/messages") },
  {
    route: `${pages}/messages`,
    state: "earlier ones",
    as: "asked",
    at: of("askedPair", "/messages"),
    doing: async (page) => {
      await page.getByRole("link", { name: "Earlier messages" }).click();
      await page.getByRole("link", { name: "Back to the newest messages" }).waitFor();
    },
  },
  {
    route: `${pages}/messages`,
    state: "nothing written",
    as: "mentee",
    at: of("pair", "/messages"),
    doing: pressing("Send"),
    isError: true,
  },
  ...everySide("/meetings"),
  { route: `${pages}/meetings`, state: "a time to answer", as: "mentor", at: of("pair", "/meetings") },
  {
    route: `${pages}/meetings`,
    state: "nothing filled in",
    as: "mentee",
    at: of("pair", "/meetings"),
    doing: pressing("Save"),
    isError: true,
  },
  { route: `${pages}/meetings`, state: "with a calendar address", as: "asked", at: of("askedPair", "/meetings") },
  { route: `${pages}/meetings/log`, state: "empty", as: "mentee", at: of("pair", "/meetings/log") },
  {
    route: `${pages}/meetings/[meetingId]/change`,
    state: "filled in",
    as: "mentee",
    at: (society) => of("pair", `/meetings/${society.planned}/change`)(society),
  },
  {
    route: `${pages}/meetings/[meetingId]/cancel`,
    state: "asked",
    as: "mentee",
    at: (society) => of("pair", `/meetings/${society.planned}/cancel`)(society),
  },
  {
    route: `${pages}/meetings/[meetingId]/suggest`,
    state: "filled in",
    as: "mentor",
    at: (society) => of("pair", `/meetings/${society.planned}/suggest`)(society),
  },
  ...everySide("/goals"),
  { route: `${pages}/goals/new`, state: "empty", as: "mentee", at: of("pair", "/goals/new") },
  {
    route: `${pages}/goals/new`,
    state: "nothing filled in",
    as: "mentee",
    at: of("pair", "/goals/new"),
    doing: pressing("Save"),
    isError: true,
  },
  {
    route: `${pages}/goals/[goalId]`,
    state: "under way",
    as: "mentor",
    at: (society) => of("pair", `/goals/${society.goal}`)(society),
  },
  {
    route: `${pages}/goals/[goalId]`,
    state: "achieved",
    as: "mentor",
    at: (society) => of("pair", `/goals/${society.achieved}`)(society),
  },
  {
    route: `${pages}/goals/[goalId]/edit`,
    state: "filled in",
    as: "mentor",
    at: (society) => of("pair", `/goals/${society.goal}/edit`)(society),
  },
  ...worksheets("swot", "swot"),
  ...worksheets("g-star", "gStar"),
  ...everySide("/contract"),
  {
    route: `${pages}/contract`,
    state: "another name",
    as: "fresh",
    at: of("freshPair", "/contract"),
    doing: async (page, society) => {
      await page.getByLabel("Type your name").fill("Somebody else");
      await pressing("Sign")(page, society);
    },
    isError: true,
  },
  {
    route: `${pages}/contract`,
    state: "ended while it was open",
    as: "closing",
    at: of("ending", "/contract"),
    doing: async (page, society) => {
      await page.getByLabel("Type your name").fill(society.people.closing.name);
      await closeAll(society.people.closing.id, society.now);
      await pressing("Sign")(page, society);
    },
  },
  { route: `${pages}/contract/[number]`, state: "to print", as: "mentee", at: of("pair", "/contract/1") },
  { route: `${pages}/letters`, state: "one of staff", as: "mentee", at: of("pair", "/letters") },
  { route: `${pages}/first-conversation`, state: "to come", as: "fresh", at: of("freshPair", "/first-conversation") },
  { route: pages, state: "in a programme with fewer tools", as: "apart", at: of("ownPair") },
  { route: `${pages}/contract`, state: "a programme’s own", as: "apart", at: of("ownPair", "/contract") },
  {
    route: `${pages}/first-conversation`,
    state: "a programme’s own guidance",
    as: "apart",
    at: of("ownPair", "/first-conversation"),
  },
  { route: `${pages}/end`, state: "asked", as: "mentor", at: of("pair", "/end") },
  { route: `${pages}/details`, state: "of a relationship", as: "mentee", at: of("pair", "/details") },
  { route: `${pages}/details`, state: "a proposal, by its mentee", as: "asker", at: of("open", "/details") },
  { route: `${pages}/details`, state: "a proposal, by its mentor", as: "mentor", at: of("open", "/details") },
  { route: `${pages}/details`, state: "rejected, by its mentee", as: "looking", at: of("rejected", "/details") },
  { route: `${pages}/details`, state: "of a former member", as: "bereft", at: of("withErased", "/details") },
  { route: `${pages}/details`, state: "withdrawn by staff", as: "told", at: of("withdrawn", "/details") },
  {
    route: `${pages}/details/reject`,
    state: "a pause without a day",
    as: "mentor",
    at: of("open", "/details/reject"),
    doing: async (page, society) => {
      await page.getByRole("radio", { name: "Pause until the day below" }).check();
      await pressing("Reject")(page, society);
    },
    isError: true,
  },
  { route: `${pages}/details/reject`, state: "asked", as: "mentor", at: of("open", "/details/reject") },
  { route: `${pages}/details/edit`, state: "filled in", as: "asker", at: of("open", "/details/edit") },
  { route: `${pages}/details/withdraw`, state: "asked", as: "asker", at: of("open", "/details/withdraw") },
  { route: `${pages}/details`, state: "with a place in a queue", as: "looking", at: of("waiting", "/details") },
  { route: `${pages}/details/choices`, state: "nobody named yet", as: "asker", at: of("open", "/details/choices") },
];
