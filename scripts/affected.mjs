import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";

/**
 * Which journeys tell of a concept, by the folder that it has in lib, app or components; those that are named like the folder need
 * no line. A test sees to it that folders and journeys are there, and that no journey is left out.
 */
export const JOURNEYS_OF = {
  accounts: ["account"],
  api: ["connections"],
  "api-tokens": ["connections"],
  alerts: ["saved", "two-programmes"],
  audit: ["staff-reports", "coordinators"],
  auth: ["sign-in", "leading-on", "local-accounts", "access"],
  availability: ["account"],
  board: ["staff-board", "intake"],
  calendar: ["meetings"],
  content: ["content", "staff-content"],
  contracts: ["contract"],
  coordinating: ["coordinators", "intake"],
  conversations: ["messages"],
  "create-account": ["local-accounts"],
  deadlines: ["clock"],
  details: ["proposals"],
  "forgotten-password": ["local-accounts"],
  "g-star": ["tools"],
  inbox: ["staff-today", "staff-many"],
  letters: ["staff-letters", "intake"],
  mail: ["staff-mail"],
  "mail-words": ["mails", "intake"],
  matching: ["proposals", "asking", "matching", "intake"],
  mentors: ["asking"],
  proposal: ["proposals"],
  proposals: ["proposals", "after-a-no", "meanwhile"],
  members: ["staff-members", "long-names"],
  notices: ["notification-choices"],
  notifications: ["notification-choices"],
  pictures: ["picture"],
  privacy: ["download"],
  programmes: ["programme-texts", "two-programmes"],
  questions: ["two-programmes"],
  reflections: ["cpd"],
  register: ["staff-register"],
  avoided: ["rules"],
  "reset-password": ["local-accounts"],
  relationships: ["relationship", "staff-today"],
  reports: ["staff-reports"],
  resources: ["staff-content"],
  rights: ["coordinators"],
  rules: ["intake"],
  settings: ["staff-settings", "staff-look"],
  worksheets: ["tools", "drafts", "together"],
  support: ["staff-support"],
  surveys: ["intake"],
  swot: ["tools"],
  today: ["staff-today"],
  verify: ["local-accounts"],
  waiting: ["home"],
  webhooks: ["connections"],
};
/** They are about every page or every way in, and stay with the whole run. */
export const OF_ALL = [
  "addresses",
  "before-scripts",
  "client",
  "doors",
  "elsewhere",
  "fetched-ahead",
  "hostile",
  "links",
  "sending",
  "statements",
  "machines",
  "gallery",
  "unseen-programme",
];
/** What everything stands on: nobody can say what it does not concern. */
const FOUNDATIONS =
  /^(package(-lock)?\.json|next\.config\.ts|proxy\.ts|instrumentation\.ts|prisma\/|scripts\/|e2e\/[^/]*(?<!\.spec)\.ts$)/;

/**
 * What has to do with the files that differ from revision `since`: without one, those that are not committed, or else those of the
 * last commit.
 */
export function findAffected(since) {
  const changed = listChanged(since);
  const all = listJourneys();
  const journeys = journeysOf(changed, all);
  const names = namesOf(changed.filter(isOfProduct), all);
  const isShown = names.length > 0 && listRoutes().some((route) => isPageOf(route, names.join("|"), all));
  const foundations = changed.filter((file) => FOUNDATIONS.test(file));
  return {
    /** For vitest, which follows what imports them. */
    sources: changed.filter((file) => /\.tsx?$/.test(file) && existsSync(file)),
    /** Their files: a part of a name would be found in the names of folders above ours, too. */
    journeys: (isShown ? [...journeys, "gallery"] : journeys)
      .flatMap((name) => [`e2e/${name}.spec.ts`, `e2e/plain/${name}.test.ts`])
      .filter((file) => existsSync(file)),
    /** For the gallery, which looks at the pages of what is called so. */
    gallery: names.join("|"),
    said: [
      `${changed.length} changed files.`,
      `Left out: database tests that import none of them; every journey${journeys.length > 0 ? ` but ${journeys.join(", ")}` : ""}; ${isShown ? `in the gallery, pages of anything but ${names.join(", ")}` : "the gallery"}.`,
      ...(foundations.length > 0 ? [`Everything stands on ${foundations.join(", ")}: run npm test as well.`] : []),
    ],
  };
}

function listChanged(since) {
  const git = (...args) => execFileSync("git", args, { encoding: "utf8" }).split("\n").filter(Boolean);
  const untracked = git("ls-files", "--others", "--exclude-standard");
  const differing = git("diff", "--name-only", since || "HEAD");
  if (since || untracked.length + differing.length > 0) return [...new Set([...differing, ...untracked])];
  return git("diff", "--name-only", "HEAD~1");
}

/** Names of journeys, with and without scripts: "goals". */
export function listJourneys() {
  const names = ["e2e", "e2e/plain"].flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []));
  return [...new Set(names.map((name) => /^(.+)\.(spec|test)\.ts$/.exec(name)?.[1]).filter(Boolean))].sort();
}

/** The pages of the product, as app/ has them. */
function listRoutes() {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith("page.tsx")).map((file) => `/${file.replace(/\/?page\.tsx$/, "")}`);
}

/** The journeys that changed themselves, and those of the concepts whose folders have changed files. */
export function journeysOf(changed, all) {
  const own = changed.map((file) => /^e2e\/(?:plain\/)?(.+)\.(?:spec|test)\.ts$/.exec(file)?.[1]);
  const concepts = namesOf(changed.filter(isOfProduct), all);
  return all.filter((name) => own.includes(name) || (concepts.includes(name) && !OF_ALL.includes(name)));
}

/** Whether the page at this route, as app/ has it, is of anything that `names` has in it; all are where it has nothing. */
export function isPageOf(route, names, all = listJourneys()) {
  const wanted = names.split("|").filter(Boolean);
  const folder = route === "/" ? "/home" : route;
  return wanted.length === 0 || namesOf([`${folder}/page.tsx`], all).some((name) => wanted.includes(name));
}

const isOfProduct = (file) => /^(lib|app|components)\//.test(file);

/**
 * What these files are of: for each the innermost folder that has journeys, and their names; a page about the goals of a relationship
 * is one of goals. Where no folder has any, all of them.
 */
function namesOf(files, all) {
  const names = files.flatMap((file) => {
    const folders = file
      .split("/")
      .slice(1, -1)
      .filter((part) => /^[a-z-]+$/.test(part));
    const own = folders.findLast((folder) => Object.hasOwn(JOURNEYS_OF, folder) || all.includes(folder));
    return own ? [own, ...(JOURNEYS_OF[own] ?? [])] : folders;
  });
  return [...new Set(names)];
}
