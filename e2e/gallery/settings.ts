import { LIST_NAMES } from "@/lib/society/settings/settings";
import { type Exhibit, pressing, type Room } from "./exhibit";
import type { Society } from "./society";

const seen = (route: string, state: string, at = route): Exhibit => ({ route, state, as: "admin", at });
const about = (state: string, which: (society: Society) => string): Exhibit => ({
  ...{ route: "/admin/questions/[id]", state, as: "admin" },
  at: (society) => `/admin/questions/${which(society)}`,
});
const SECTIONS = ["board", "contact", "logo", "look", "privacy", "proposals", "relationships", "society", "today", "words"];

/** What an admin may change. */
export const SETTINGS: Room = [
  seen("/admin/settings", "all"),
  seen("/admin/setup", "some done, some dismissed"),
  ...SECTIONS.map((section) => seen(`/admin/settings/${section}`, "as it is")),
  ...LIST_NAMES.map((list) => seen("/admin/settings/lists/[list]", list, `/admin/settings/lists/${list}`)),
  {
    ...seen("/admin/settings/lists/[list]", "nothing to add", "/admin/settings/lists/topics"),
    doing: pressing("Add"),
    isError: true,
  },
  seen("/admin/settings/lists/[list]/[entry]", "one", "/admin/settings/lists/topics/1"),
  seen("/admin/questions", "for mentors, and none for mentees"),
  seen("/admin/questions/preview/[role]", "every kind of question", "/admin/questions/preview/mentor"),
  about("a choice that has been answered", ({ profileQuestions }) => profileQuestions.choice),
  about("retired", ({ profileQuestions }) => profileQuestions.retired),
  seen("/admin/questions/new/[role]", "one for mentors", "/admin/questions/new/mentor"),
  {
    ...seen("/admin/questions/new/[role]", "nothing chosen", "/admin/questions/new/mentee"),
    doing: pressing("Add question"),
    isError: true,
  },
  {
    ...seen("/admin/settings/look", "colours that nobody could read"),
    doing: async (page, society) => {
      await page.getByLabel("On light paper").fill("#ffcc00");
      await pressing("Save")(page, society);
    },
    isError: true,
  },
  {
    ...seen("/admin/settings/words", "a preview"),
    doing: async (page) => {
      await page.getByLabel("One who guides").fill("adviser");
      await page.getByRole("button", { name: "Show a preview" }).click();
      await page.getByRole("figure", { name: "On a light background" }).getByText("Send to this adviser").waitFor();
    },
  },
];
