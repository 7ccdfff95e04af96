import { type At, about, blank, seen } from "./by-staff";
import { pressing, type Room } from "./exhibit";

const member: At = ({ people }) => `/admin/members/${people.mentor.id}`;
const command =
  (name: string): At =>
  (society) =>
    `${member(society)}/${name}`;
const proposal =
  (rest = ""): At =>
  ({ open }) =>
    `/admin/proposals/${open}${rest}`;
const pair =
  (rest = ""): At =>
  (society) =>
    `/admin/relationships/${society.pair}${rest}`;

/** What asks before staff do something to several proposals at once. */
const many =
  (act: string): At =>
  ({ open }) =>
    `/admin/today/many/${act}?key=proposal-expiring:${open}:1.21`;

/** What staff see and do, whatever programmes the society runs. */
export const STAFF: Room = [
  { route: "/sign-in/staff", state: "where nothing more is asked", as: "staff" },
  seen("/admin", "things to do"),
  seen("/admin/today/aside"),
  about("/admin/today/dismiss", "asked", () => "/admin/today/dismiss?key=sweep-late:-:now"),
  blank("/admin/today/dismiss", () => "/admin/today/dismiss?key=sweep-late:-:now", "Dismiss"),
  about("/admin", "one kind", () => "/admin?kind=proposal-expiring"),
  about("/admin", "conditions to look at", () => "/admin?kind=readiness-with-staff"),
  about(
    "/admin/today/dismiss",
    "those who wait for a condition",
    ({ conditions }) => `/admin/today/dismiss?key=readiness-with-staff:${conditions.check}:1`,
  ),
  {
    ...about("/admin", "nothing ticked", () => "/admin?kind=relationship-quiet"),
    doing: pressing(/^Put off those ticked/),
    isError: true,
  },
  ...(["write", "remind", "extend"] as const).map((act) => about("/admin/today/many/[act]", act, many(act))),
  blank("/admin/today/many/[act]", () => "/admin/today/many/dismiss?key=sweep-late:-:now", "Dismiss them"),
  about("/admin/today/acts/[id]", "some done, some not", ({ act }) => `/admin/today/acts/${act}`),
  seen("/admin/members", "everybody"),
  about("/admin/members", "nobody fits", () => "/admin/members?q=qqqqqqqq"),
  about("/admin/members", "left over in a matching", ({ run }) => `/admin/members?leftOverMentees=${run}`),
  about("/admin/members/[id]", "a mentor of whom something is asked", member),
  about("/admin/members/[id]/profile", "a mentor", ({ people }) => `/admin/members/${people.mentor.id}/profile`),
  about("/admin/members/[id]", "suspended", ({ people }) => `/admin/members/${people.suspended.id}`),
  about("/admin/members/[id]", "erased", ({ erased }) => `/admin/members/${erased}`),
  about("/admin/members/[id]", "oneself", ({ people }) => `/admin/members/${people.staff.id}`),
  { ...about("/admin/members/[id]", "by a coordinator", member), as: "coordinator" },
  {
    ...about(
      "/admin/members/[id]/programmes",
      "of a coordinator",
      ({ people }) => `/admin/members/${people.coordinator.id}/programmes`,
    ),
  },
  about("/admin/members/[id]/programmes", "looks after none", (society) => `${member(society)}/programmes`),
  blank("/admin/members/[id]/programmes", (society) => `${member(society)}/programmes`, "Give this right"),
  ...["suspend", "end-sessions", "erase"].map((name) => about("/admin/members/[id]/[command]", name, command(name))),
  about("/admin/members/[id]/[command]", "for administrators", command("change-staff")),
  { ...about("/admin/members/[id]/[command]", "rights as staff", command("change-staff")), as: "admin" },
  blank("/admin/members/[id]/[command]", command("suspend"), "Suspend"),
  seen("/admin/proposals", "all"),
  about("/admin/proposals", "none", () => "/admin/proposals?who=qqqqqqqq"),
  about("/admin/proposals/[id]", "open", proposal()),
  about("/admin/proposals/[id]/extend", "asked", proposal("/extend")),
  {
    ...about("/admin/proposals/[id]/extend", "too many days", proposal("/extend")),
    doing: async (page, society) => {
      await page.getByLabel("How many more days?").fill("99");
      await pressing("Add the days")(page, society);
    },
    isError: true,
  },
  about("/admin/proposals/[id]/withdraw", "asked", proposal("/withdraw")),
  blank("/admin/proposals/[id]/withdraw", proposal("/withdraw"), "Withdraw it"),
  seen("/admin/relationships", "all"),
  about("/admin/relationships/[id]", "open, with a letter", pair()),
  about("/admin/relationships/[id]", "ended", ({ endedPair }) => `/admin/relationships/${endedPair}`),
  about("/admin/relationships/[id]/extend", "asked", pair("/extend")),
  about("/admin/relationships/[id]/end", "asked", pair("/end")),
  blank("/admin/relationships/[id]/end", pair("/end"), "End relationship"),
  about("/admin/write/[id]", "prepared", (society) => `/admin/write/${society.pair}`),
  seen("/admin/support", "the queue"),
  about("/admin/support", "no such request", () => "/admin/support?reference=H-22222"),
  about("/admin/support/[id]", "open", ({ request }) => `/admin/support/${request}`),
  blank("/admin/support/[id]", ({ request }) => `/admin/support/${request}`, "Send answer"),
  seen("/admin/reports", "all"),
  ...["registrations", "proposals", "topics", "answers", "relationships", "meetings", "gaps", "own-questions"].map((name) =>
    about("/admin/reports/[report]", name, () => `/admin/reports/${name}?range=all`),
  ),
  about("/admin/reports/[report]", "no such days", () => "/admin/reports/proposals?from=2026-03-01&to=2026-02-01"),
  seen("/admin/board", "the last month"),
  about("/admin/board", "the last 12 months", () => "/admin/board?period=year"),
  about("/admin/board", "no such days", () => "/admin/board?from=2026-03-01&to=2026-02-01"),
  seen("/admin/audit", "the newest"),
  { ...seen("/admin/audit", "by a coordinator"), as: "coordinator" },
  about("/admin/audit", "too many of that name", () => "/admin/audit?who=Robin"),
  seen("/admin/mail", "all"),
  about("/admin/mail", "of one, sent and failed", ({ people }) => `/admin/mail?who=${people.away.number}`),
  blank("/admin/mail", ({ people }) => `/admin/mail?who=${people.away.number}&state=failed`, "Resend the ticked ones"),
  seen("/admin/mail/again", "asked"),
  seen("/admin/mail/blocks", "with one"),
  about("/admin/mail/blocks/[id]", "asked", ({ people }) => `/admin/mail/blocks/${people.away.id}`),
  seen("/admin/register", "what was imported"),
  about("/admin/register/[id]", "imported", ({ imported }) => `/admin/register/${imported}`),
  seen("/admin/content", "all texts"),
  seen("/admin/content/films/new", "empty"),
  {
    ...about("/admin/content/films/new", "came back", () => "/admin/content/films/new?refused=not-a-film&title=Ours"),
    isError: true,
  },
  about("/admin/content/films/[id]", "nowhere yet", ({ film }) => `/admin/content/films/${film}`),
  seen("/admin/content/resources/new", "empty"),
  blank("/admin/content/resources/new", () => "/admin/content/resources/new", "Publish"),
  about("/admin/content/resources/[id]", "published", ({ resource }) => `/admin/content/resources/${resource}`),
  about(
    "/admin/content/resources/[id]/versions/[number]",
    "the first",
    ({ resource }) => `/admin/content/resources/${resource}/versions/1`,
  ),
  ...["faq", "contract"].map((slug) => about("/admin/content/[slug]", slug, () => `/admin/content/${slug}`)),
  about("/admin/content/[slug]/versions/[number]", "the first", () => "/admin/content/faq/versions/1"),
  { ...seen("/admin/system"), as: "admin" },
  seen("/demo/clock"),
  {
    ...about("/demo/clock", "no days at all", () => "/demo/clock"),
    doing: async (page, society) => {
      await page.getByLabel("How many days?").fill("0");
      await pressing("Move the clock forward")(page, society);
    },
    isError: true,
  },
  about("/demo/mailbox/[key]", "a mail", ({ mail }) => `/demo/mailbox/${encodeURIComponent(mail)}`),
];
