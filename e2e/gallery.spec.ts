import { isPageOf } from "../scripts/affected.mjs";
import { listDoors } from "./doors";
import { expect, listening, signIn, test } from "./fixtures";
import { EXHIBITS } from "./gallery/rooms";
import { theSociety } from "./gallery/society";
import { bringChecker, expectAccessible, expectNamed, expectNarrow, hangUp } from "./looks";

// Every page in each of its states, once: for whom a machine can look with, on a desktop, a telephone and the narrowest screen
// that WCAG asks for, in light and in dark.

/** What a change is of, where only its pages are to be looked at. */
const WANTED = process.env.GALLERY || "";

/** What another screen can change, beside the colours. */
const OF_A_SCREEN = ["target-size", "scrollable-region-focusable"];

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
    await bringChecker(page);
    await hangUp(page, "desktop", "light");
    await page.goto((isLocal ? process.env.LOCAL_APP_URL : "") + (typeof at === "string" ? at : at(society)));
    await doing?.(page, society);
    await expectNamed(page, { isError });
    await expectAccessible(page);
    await hangUp(page, "phone", "dark");
    await expectAccessible(page, OF_A_SCREEN);
    await hangUp(page, "narrowest", "light");
    await expectNarrow(page);
    await seats.leave();
  });
