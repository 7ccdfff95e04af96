import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { type ActionDoor, callAction, isPlain, listActions, listDoors } from "./doors";
import { expect, people, test } from "./fixtures";

// Every way in, tried by everybody whom it is not for. Nobody else is using the society now, so nothing at all may change.

const PAGES = listDoors("admin", "page.tsx");
const FILES = [...listDoors("admin", "route.ts"), ...listDoors("admin", "route.tsx")];
const ACTIONS = listActions();

/** Something that is there, for each part of an address that differs. */
const REAL: Record<string, () => Promise<string>> = {
  content: async () => "faq",
  resources: async () => (await db().resource.findFirstOrThrow({ select: { id: true } })).id,
  // The demonstration's texts and resources all have their first.
  versions: async () => "1",
};

test("the lists have everything in them", () => {
  expect(PAGES.length).toBeGreaterThan(20);
  expect(ACTIONS.filter(isOfStaff).length).toBeGreaterThan(20);
  expect(ACTIONS.length).toBeGreaterThan(80);
});

test("pages and files of staff are there for staff, and for nobody else", async ({ as, request }) => {
  const doors = await Promise.all([...PAGES, ...FILES].map(async (door) => ({ ...door, path: await realPath(door.path) })));
  const [member, staff, admin] = await Promise.all(
    [people.mentor(), people.member({ staff: "staff" }), people.member({ staff: "admin" })].map(async (one) => as(await one)),
  );
  if (!member || !staff || !admin) throw new Error("Nobody is there.");
  const suspended = await as(await people.member({ staff: "admin", status: "suspended" }));
  for (const { path, isForAdmins } of doors) {
    const ask = async (who: typeof request) => (await who.get(path, { maxRedirects: 0 })).status();
    const nobody = await request.get(path, { maxRedirects: 0 });
    expect([nobody.status(), nobody.headers().location], path).toEqual([307, "/sign-in"]);
    expect(await ask(suspended.request), path).toBe(307);
    expect(await ask(member.request), path).toBe(404);
    expect(await ask(staff.request), path).toBe(isForAdmins ? 404 : 200);
    expect(await ask(admin.request), path).toBe(200);
  }
});

test("no action does anything for those whom it is not for, or from anywhere else", async ({ as, request }) => {
  const [member, staff, admin, suspended] = [
    await as(await people.mentor()),
    await as(await people.member({ staff: "staff" })),
    await as(await people.member({ staff: "admin" })),
    await as(await people.member({ staff: "admin", isMentor: true, status: "suspended" })),
  ];
  const allowed = { openAction: request, formAction: member.request, staffAction: staff.request, adminAction: admin.request };
  const outside = { openAction: [], formAction: [], staffAction: [member], adminAction: [member, staff] };
  // An action comes before its page, which need not be there.
  const doors = ACTIONS.map((action) => ({ ...action, path: action.path.replace(/\[\w+\]/g, () => randomUUID()) }));
  const ours = env().APP_URL;
  // Staff who may use one are answered, so the list is of real actions.
  for (const door of doors.filter(isOfStaff))
    expect((await callAction(allowed[door.kind], door, ours)).status(), door.name).toBeLessThan(400);
  const before = await stateOfEverything();
  for (const door of doors) {
    for (const stranger of [request, suspended.request]) {
      const said = await (await callAction(stranger, door, ours)).text();
      if (door.kind !== "openAction" && !isPlain(door)) expect(said, door.name).toContain("Your session has ended");
    }
    for (const { request: theirs } of outside[door.kind])
      expect((await callAction(theirs, door, ours)).status(), door.name).toBe(404);
    for (const origin of [null, "null", "https://elsewhere.example"]) {
      const answer = await callAction(allowed[door.kind], door, origin);
      const isRefused = answer.status() >= 400 || (await answer.text()).includes("This form was not sent from our own page");
      expect(isRefused || isPlain(door), `${door.name} from ${origin}`).toBe(true);
    }
  }
  expect(await stateOfEverything()).toEqual(before);
});

function isOfStaff({ kind }: ActionDoor): boolean {
  return kind === "staffAction" || kind === "adminAction";
}

async function realPath(path: string): Promise<string> {
  const parts = await Promise.all(
    path.split("/").map((part, i, all) => (part.startsWith("[") ? findReal(all.slice(0, i)) : part)),
  );
  return parts.join("/");
}

async function findReal(before: string[]): Promise<string> {
  const find = REAL[before.at(-1) ?? ""];
  if (!find) throw new Error(`Say in REAL what could stand behind ${before.join("/")}.`);
  return find();
}

/** One number for the rows of each table. */
async function stateOfEverything(): Promise<Record<string, string>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name AS "name" FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'`;
  const sums = tables.map(async ({ name }) => {
    const [row] = await db().$queryRawUnsafe<{ sum: string }[]>(
      `SELECT concat(count(*), ' ', sum(hashtext(t::text)::bigint)) AS "sum" FROM "${name}" t`,
    );
    return [name, row?.sum ?? ""] as const;
  });
  return Object.fromEntries(await Promise.all(sums));
}
