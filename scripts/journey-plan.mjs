import { existsSync, readdirSync } from "node:fs";

/** Journeys in a browser that nobody else can stand beside: the look of a product is everybody's. */
export const ALONE = ["staff-look"];
/** The word that chooses those without a browser alone: `npm run e2e -- plain proposals`. */
const PLAIN = "plain";
const OPTIONS_WITH_VALUES = ["--project", "--grep", "-g", "--grep-invert", "--workers", "-j", "--trace", "--timeout"].concat([
  "--repeat-each",
  "--max-failures",
  "--output",
  "--reporter",
]);

/**
 * What is to be run of e2e, by what Playwright was to be told: arguments for it on everybody's product (`browser`) and on the one
 * for those alone, names for Vitest (`plain`), each null where nothing of it was meant; and whether the one with local accounts is
 * needed, which for the gallery depends on what it is kept to. Part of a file's name is enough, as for Playwright and Vitest: "goals" means
 * goals.spec.ts and plain/goals.test.ts.
 */
export function planJourneys(rest, gallery = "", files = listFiles()) {
  const isValue = (i) => OPTIONS_WITH_VALUES.includes(rest[i - 1] ?? "");
  const words = rest.filter((arg, i) => !arg.startsWith("-") && !isValue(i));
  const options = rest.filter((arg) => !words.includes(arg));
  const names = words.filter((word) => word !== PLAIN);
  const projects = words.includes(PLAIN)
    ? [PLAIN]
    : rest.flatMap((arg, i) => (rest[i - 1] === "--project" ? [arg] : (/^--project=(.+)/.exec(arg)?.[1] ?? [])));
  // Playwright takes a line behind a file's name, too.
  const parts = names.map((name) => name.replace(/:\d+(:\d+)?$/, ""));
  const meant = (some) => (names.length === 0 ? some : some.filter((file) => parts.some((part) => file.includes(part))));
  const isMeant = (project) => projects.length === 0 || projects.includes(project);
  const specs = meant(files.filter((file) => file.endsWith(".spec.ts")));
  const isAlone = (file) => ALONE.some((name) => file === `e2e/${name}.spec.ts`);
  const alone = isMeant("alone") && specs.some(isAlone);
  const browser = projects.some((project) => !["alone", PLAIN].includes(project)) || projects.length === 0;
  const plain = meant(files.filter((file) => file.startsWith("e2e/plain/")));
  if (specs.length + plain.length === 0) throw new Error(`No journey has ${names.join(" or ")} in its name.`);
  // A search for words is Playwright's.
  const isSearch = options.some((option) => /^(-g|--grep)/.test(option));
  const rows = {
    browser: browser && specs.some((file) => !isAlone(file)) ? rest : null,
    alone: alone ? [...withoutProjects(options), ...names] : null,
    plain: isMeant(PLAIN) && !isSearch && plain.length > 0 ? (names.length === 0 ? [] : plain) : null,
  };
  // To run nothing would look like a pass.
  if (!rows.browser && !rows.alone && !rows.plain) throw new Error(`No journey is meant by ${rest.join(" ")}.`);
  return {
    ...rows,
    local: specs.some((file) => needsLocal(file, gallery)) || plain.some((file) => /local/.test(file)),
  };
}

/** Of the gallery, the pages of local accounts. */
function needsLocal(file, gallery) {
  return /gallery/.test(file)
    ? gallery === "" || gallery.split("|").includes("local-accounts")
    : /local-accounts|machines/.test(file);
}

function withoutProjects(options) {
  return options.filter((option, i) => !option.startsWith("--project") && options[i - 1] !== "--project");
}

function listFiles() {
  const inFolder = (folder) => (existsSync(folder) ? readdirSync(folder).map((name) => `${folder}/${name}`) : []);
  return [...inFolder("e2e"), ...inFolder("e2e/plain")].filter((file) => /\.(spec|test)\.ts$/.test(file));
}
