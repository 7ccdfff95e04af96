import { LIST_NAMES } from "@/lib/society/settings/settings";
import { type Exhibit, pressing, type Room } from "./exhibit";
import type { Society } from "./society";

const seen = (route: string, state: string, at = route): Exhibit => ({ route, state, as: "admin", at });
const about = (state: string, which: (society: Society) => string): Exhibit => ({
  ...{ route: "/admin/questions/[id]", state, as: "admin" },
  at: (society) => `/admin/questions/${which(society)}`,
});
const SECTIONS = [
  "board",
  "contact",
  "logo",
  "look",
  "privacy",
  "proposals",
  "relationships",
  "society",
  "surveys",
  "today",
  "words",
];

/** What an admin may change. */
export const SETTINGS: Room = [
  seen("/admin/settings", "all"),
  seen("/admin/webhooks", "as it is"),
  seen("/admin/webhooks/token", "nothing filled in"),
  { ...seen("/admin/webhooks/token", "nothing chosen"), doing: pressing("Make the token"), isError: true },
  {
    ...seen("/admin/webhooks/key", "a token, once"),
    at: "/admin/webhooks/token",
    doing: async (page) => {
      await page.getByLabel("Which system gets it").fill("Membership system");
      await page.getByLabel(/^Meetings/).check();
      await page.getByRole("button", { name: "Make the token" }).click();
      await page.getByRole("heading", { name: "Your new access token" }).waitFor();
    },
  },
  seen("/admin/webhooks/new", "nothing filled in"),
  {
    ...seen("/admin/webhooks/new", "an address that leads nowhere"),
    doing: async (page, society) => {
      await page.getByLabel("Address").fill("http://members.example.org");
      await page.getByLabel("A relationship has begun").check();
      await pressing("Add the webhook")(page, society);
    },
    isError: true,
  },
  {
    ...seen("/admin/webhooks/[id]", "nothing told yet"),
    at: "/admin/webhooks/new",
    doing: async (page) => {
      await page.getByLabel("Address").fill("http://127.0.0.1:9/gallery");
      await page.getByLabel("A relationship was completed at the agreed end").check();
      await page.getByRole("button", { name: "Add the webhook" }).click();
      await page.getByRole("link", { name: "I have copied it" }).click();
      await page.getByRole("link", { name: "http://127.0.0.1:9/gallery" }).first().click();
      await page.getByRole("heading", { name: "Latest events" }).waitFor();
    },
  },
  { ...seen("/admin/webhooks/[id]/edit", "as it is"), at: ({ webhook }) => `/admin/webhooks/${webhook}/edit` },
  {
    ...seen("/admin/webhooks/[id]/edit", "an address that leads nowhere"),
    at: ({ webhook }) => `/admin/webhooks/${webhook}/edit`,
    doing: async (page, society) => {
      await page.getByLabel("Address").fill("http://members.example.org");
      await pressing("Save")(page, society);
    },
    isError: true,
  },
  seen("/admin/setup", "some done, some dismissed"),
  seen("/admin/mails", "all kinds"),
  seen("/admin/mails/[kind]", "ours", "/admin/mails/proposal-rejected"),
  seen("/admin/mails/[kind]", "about the safety of an account", "/admin/mails/password-changed"),
  { ...seen("/admin/mails/[kind]", "a draft"), at: ({ ownMail }) => `/admin/mails/${ownMail}` },
  {
    ...seen("/admin/mails/[kind]", "a placeholder that there is not", "/admin/mails/proposal-reminder"),
    doing: async (page, society) => {
      await page.getByLabel("Subject", { exact: true }).fill("{{nobody}} is waiting");
      await pressing("Publish")(page, society);
    },
    isError: true,
  },
  // As text: a mail's frame lets no script in, and the checker would wait for ever for its answer.
  {
    ...seen("/admin/mails/[kind]/preview", "a draft"),
    at: ({ ownMail }) => `/admin/mails/${ownMail}/preview?show=text`,
  },
  {
    ...seen("/admin/mails/[kind]/versions/[number]", "the first"),
    at: ({ ownMail }) => `/admin/mails/${ownMail}/versions/1?show=text`,
  },
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
  about("answered by the sign-in, which did not fit", ({ profileQuestions }) => profileQuestions.claimed),
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
