import { isPageOf } from "../scripts/affected.mjs";
import { listDoors } from "./doors";
import { expect, listening, signIn, test } from "./fixtures";
import type { Exhibit } from "./gallery/exhibit";
import { MEMBER } from "./gallery/member";
import { PARTNERS } from "./gallery/partners";
import { PUBLIC } from "./gallery/public";
import { SETTINGS } from "./gallery/settings";
import { theSociety } from "./gallery/society";
import { STAFF } from "./gallery/staff";
import { expectAccessible, expectNarrow, hangUp } from "./looks";

// Every page in each of its states, once: for whom a machine can look with, on a desktop, a telephone and the narrowest screen
// that WCAG asks for, in light and in dark.

const EXHIBITS: readonly Exhibit[] = [...PUBLIC, ...MEMBER, ...PARTNERS, ...STAFF, ...SETTINGS];
/** What a change is of, where only its pages are to be looked at. */
const WANTED = process.env.GALLERY || "";

test.describe.configure({ mode: "parallel" });

test("every page of the product hangs here", () => {
  const pages = listDoors("", "page.tsx").map(({ path }) => path || "/");
  const shown = new Set(EXHIBITS.map(({ route }) => route));
  expect(
    pages.filter((path) => !shown.has(path)),
    "add them to e2e/gallery/",
  ).toEqual([]);
  expect([...shown].filter((path) => !pages.includes(path))).toEqual([]);
});

for (const exhibit of EXHIBITS.filter(({ route }) => isPageOf(route, WANTED)))
  test(`${exhibit.route}: ${exhibit.state}`, async ({ seats }) => {
    const society = await theSociety();
    const { route, at = route, as, isLocal, isError = false, doing } = exhibit;
    const page = listening(await seats.take());
    if (as !== "stranger") await signIn(page, society.people[as]);
    await hangUp(page, "desktop", "light");
    await page.goto((isLocal ? process.env.LOCAL_APP_URL : "") + (typeof at === "string" ? at : at(society)));
    await doing?.(page, society);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page).toHaveTitle(isError ? /^Error: \S.* – \S/ : /^(?!Error: )\S.* – \S/);
    await expectAccessible(page);
    await hangUp(page, "phone", "dark");
    await expectAccessible(page, ["color-contrast", "target-size", "scrollable-region-focusable"]);
    await hangUp(page, "narrowest", "light");
    await expectNarrow(page);
    await seats.leave();
  });
