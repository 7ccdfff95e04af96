import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/foundation/db/client";
import type { Viewer } from "@/lib/foundation/viewer";
import { insertMember, type TestMember } from "@/testing/people";
import { markAllRead, markRead } from "./commands";
import { listNotifications } from "./queries";

const NOW = new Date("2026-11-21T18:00:00Z");

let reader: Viewer;
let other: Viewer;
let partner: TestMember;

beforeEach(async () => {
  [reader, other] = [toViewer(await insertMember()), toViewer(await insertMember())];
  partner = await insertMember({ name: "Amina Okafor" });
});

function toViewer({ id, name, email, number }: TestMember): Viewer {
  const rest = { isMentor: true, isMentee: false, activeRole: "mentor", staff: "none", timeZone: "Europe/London" } as const;
  return { memberId: id, name, email, number, ...rest, picture: null, isAvailable: true };
}

/** One a minute, the last at NOW, but for the first three, which share a moment. */
async function tell(viewer: Viewer, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, i) => ({
    key: `${viewer.memberId}:${String(i).padStart(3, "0")}`,
    memberId: viewer.memberId,
    role: "mentor",
    kind: "proposal-sent",
    aboutId: partner.id,
    data: { day: 3 },
    createdAt: new Date(NOW.getTime() - (count - Math.max(i, 2)) * 60_000),
  }));
  await db().notification.createMany({ data: rows });
}

describe("a member's notifications", () => {
  test("come newest first, each once, a page at a time", async () => {
    await tell(reader, 43);
    const keys: string[] = [];
    const sizes: number[] = [];
    for (let cursor: string | null = null, end = false; !end; ) {
      const { items, older } = await listNotifications(reader, cursor);
      keys.push(...items.map(({ key }) => key));
      sizes.push(items.length);
      cursor = older;
      end = older === null;
    }
    expect(sizes).toEqual([20, 20, 3]);
    expect(keys).toEqual(Array.from({ length: 43 }, (_, i) => `${reader.memberId}:${String(42 - i).padStart(3, "0")}`));
  });

  test("name the other, and are nobody else's", async () => {
    await tell(reader, 1);
    const { items } = await listNotifications(reader);
    expect(items).toMatchObject([
      { kind: "proposal-sent", partnerName: "Amina Okafor", role: "mentor", readAt: null, data: { day: 3 } },
    ]);
    expect((await listNotifications(other)).items).toEqual([]);
  });

  test.each(["", "nonsense", "~", "1~", "2026-06-01T00:00:00.000Z_", "-000001-01-01T00:00:00.000Z_x"])(
    "begin anew at the cursor “%s”",
    async (cursor) => {
      await tell(reader, 1);
      expect((await listNotifications(reader, cursor)).items).toHaveLength(1);
    },
  );
});

describe("reading", () => {
  test("marks one's own, once", async () => {
    await tell(reader, 2);
    const key = `${reader.memberId}:001`;
    expect(await markRead(other, key, NOW)).toBeNull();
    const about = await markRead(reader, key, NOW);
    expect(about).toMatchObject({ kind: expect.any(String) });
    expect(await markRead(reader, key, new Date(NOW.getTime() + 1000))).toEqual(about);
    const { items } = await listNotifications(reader);
    expect(items.map(({ readAt }) => readAt)).toEqual([NOW, null]);
  });

  test("marks all of one's own and no other's", async () => {
    await tell(reader, 3);
    await tell(other, 2);
    expect(await markAllRead(reader, NOW)).toBe(3);
    expect(await markAllRead(reader, NOW)).toBe(0);
    expect((await listNotifications(other)).items.every(({ readAt }) => readAt === null)).toBe(true);
  });
});
