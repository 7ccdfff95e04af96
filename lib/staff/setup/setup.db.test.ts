import { expect, test, vi } from "vitest";
import { db } from "@/lib/foundation/db/client";
import { dismissSetupItem } from "@/lib/society/settings/commands";
import { readStored } from "@/lib/society/settings/queries";
import { insertMember, viewerOf } from "@/testing/people";
import { findSetup } from "./queries";

const NOW = new Date("2026-12-01T09:00:00Z");

test("is worked out from what is there, for administrators alone, and an item goes when it is dismissed", async () => {
  const [admin, clerk] = [viewerOf(await insertMember({ staff: "admin" })), viewerOf(await insertMember({ staff: "staff" }))];
  const openFor = async (viewer: typeof admin) =>
    (await findSetup(viewer, (await readStored()).settings)).flatMap(({ item, state }) => (state === "open" ? [item] : []));
  expect(await openFor(clerk)).toEqual([]);
  expect(await openFor(admin)).toEqual(expect.arrayContaining(["names", "sign-in", "contract", "second-admin"]));

  await insertMember({ lastSignedInAt: NOW });
  await insertMember({ staff: "admin" });
  const text = { title: "Contract", body: "We agree.", createdAt: NOW, number: 1 };
  await db().document.create({ data: { slug: "contract", ...text, publishedAt: NOW } });
  const after = await openFor(admin);
  for (const item of ["sign-in", "contract", "second-admin"]) expect(after).not.toContain(item);

  expect((await dismissSetupItem(clerk, "logo", true, NOW)).ok).toBe(false);
  expect((await dismissSetupItem(admin, "logo", true, NOW)).ok).toBe(true);
  expect(await openFor(admin)).not.toContain("logo");
  await dismissSetupItem(admin, "logo", false, NOW);
  expect(await openFor(admin)).toContain("logo");
  const facts = await db().auditEvent.findMany({ where: { fact: "setting-changed" }, select: { data: true } });
  expect(JSON.stringify(facts)).toContain("setup.dismissed");
});

test("costs one query, and none once everything is there", async () => {
  const admin = viewerOf(await insertMember({ staff: "admin" }));
  const { settings } = await readStored();
  const asking = vi.spyOn(db(), "$queryRaw");
  await findSetup(admin, settings);
  expect(asking).toHaveBeenCalledTimes(1);
  asking.mockResolvedValueOnce([
    {
      hasMember: true,
      hasSentMail: true,
      hasRegister: true,
      hasOwnPrivacyPolicy: true,
      hasOwnContract: true,
      hasSecondAdmin: true,
    },
  ] as never);
  await findSetup(admin, settings);
  await findSetup(admin, settings);
  expect(asking).toHaveBeenCalledTimes(2);
});
