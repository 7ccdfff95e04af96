import { pressing, type Room } from "./exhibit";

/** How a mentee finds a mentor and asks them, and whom members would rather not meet. */
export const FINDING: Room = [
  { route: "/mentors", state: "who fit", as: "looking" },
  { route: "/saved", state: "nothing saved yet", as: "fresh" },
  { route: "/block/[id]", state: "a mentor", as: "looking", at: ({ people }) => `/block/${people.mentor.id}` },
  { route: "/account/blocked", state: "one", as: "asker" },
  {
    route: "/account/avoided",
    state: "one hidden, and some found",
    as: "looking",
    at: "/account/avoided?find-as-mentee=mentor",
  },
  { route: "/account/avoided", state: "nobody, as a mentor", as: "mentor", at: "/account/avoided?find-as-mentor=nobody" },
  { route: "/saved", state: "saved and hidden", as: "looking" },
  { route: "/mentors", state: "nobody fits", as: "looking", at: "/mentors?q=qqqqqqqq" },
  {
    route: "/mentors",
    state: "for the role one does not act in",
    as: "both",
    at: "/",
    doing: async (page) => {
      await page.getByRole("button", { name: "Continue as a mentor" }).click();
      await page.getByRole("button", { name: "Switch to mentee" }).waitFor();
      await page.goto("/mentors?as=mentee");
      await page.getByRole("button", { name: "Switch to mentee and open it" }).waitFor();
    },
  },
  { route: "/mentors/[id]", state: "one with places free", as: "looking", at: ({ people }) => `/mentors/${people.mentor.id}` },
  { route: "/mentors/[id]", state: "one who is full", as: "looking", at: ({ wanted }) => `/mentors/${wanted}` },
  { route: "/mentors/[id]", state: "one who is away", as: "looking", at: ({ people }) => `/mentors/${people.away.id}` },
  {
    route: "/mentors",
    state: "one who is away",
    as: "looking",
    at: ({ people }) => `/mentors?q=${encodeURIComponent(people.away.name)}`,
  },
  {
    route: "/mentors",
    state: "in a programme",
    as: "choosing",
    at: ({ within }) => `/mentors?programme=${within.id}`,
  },
  {
    route: "/mentors/[id]",
    state: "one who has no place in a programme",
    as: "choosing",
    at: ({ within }) => `/mentors/${within.taken}?programme=${within.id}`,
  },
  {
    route: "/mentors/[id]/question",
    state: "a choice of programmes",
    as: "choosing",
    at: ({ within }) => `/mentors/${within.offered}/question?programme=${within.id}`,
  },
  {
    route: "/questions/[id]",
    state: "asked in a programme",
    as: "choosing",
    at: ({ within }) => `/questions/${within.question}`,
  },
  { route: "/saved", state: "an alert for a programme", as: "choosing" },
  {
    route: "/mentors/[id]/question",
    state: "empty",
    as: "looking",
    at: ({ people }) => `/mentors/${people.mentor.id}/question`,
  },
  { route: "/questions/[id]", state: "waiting for a reply", as: "looking", at: ({ question }) => `/questions/${question}` },
  { route: "/questions/[id]", state: "before answering a proposal", as: "mentor", at: ({ open }) => `/questions/${open}` },
  {
    route: "/mentors/[id]/proposal",
    state: "empty",
    as: "looking",
    at: ({ people }) => `/mentors/${people.mentor.id}/proposal`,
  },
  {
    route: "/mentors/[id]/proposal",
    state: "no profile yet",
    as: "bare",
    at: ({ people }) => `/mentors/${people.mentor.id}/proposal`,
  },
  {
    route: "/mentors/[id]/proposal",
    state: "a mentor already",
    as: "mentee",
    at: ({ people }) => `/mentors/${people.bereft.id}/proposal`,
  },
  {
    route: "/mentors/[id]/proposal",
    state: "nothing said",
    as: "looking",
    at: ({ people }) => `/mentors/${people.mentor.id}/proposal`,
    doing: async (page, society) => {
      // It begins with what the mentee's profile says.
      await page.getByLabel("Objectives").fill("");
      await pressing("Send proposal")(page, society);
    },
    isError: true,
  },
];
