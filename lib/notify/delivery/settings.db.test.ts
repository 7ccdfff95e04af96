import { expect, it } from "vitest";
import { deliverMails } from "@/lib/entrypoints/deliver";
import { db } from "@/lib/foundation/db/client";
import { changeSection, takeLogo, uploadLogo } from "@/lib/society/settings/commands";
import { getSettings, readStored } from "@/lib/society/settings/queries";
import { SECTIONS, type SectionName } from "@/lib/society/settings/sections";
import { insertMails, insertPair, NOW } from "@/testing/mail/mails";
import { insertMember, viewerOf } from "@/testing/people";

const admin = viewerOf(await insertMember({ staff: "admin" }));

async function change(name: SectionName, changed: Record<string, string>) {
  const base = SECTIONS[name].read((await readStored()).settings);
  expect(await changeSection(admin, name, { typed: { ...base, ...changed }, base, take: [] }, NOW)).toMatchObject({ ok: true });
}

it("a mail that waits is written with the words, names, colours, logo and help of the moment in which it goes", async () => {
  const { society } = await getSettings();
  const [waiting = ""] = await insertMails(await insertPair(), ["proposal-expired-mentee"]);
  await change("words", { mentor: "guide", mentors: "guides" });
  await change("society", { name: "Guild of Bakers", product: "Proving" });
  await change("look", { accent: "#7a1f4d" });
  await change("contact", { email: "ask@bakers.example" });
  const name = "ab".repeat(16);
  const image = new Uint8Array(Buffer.from("89504e470d0a1a0a", "hex"));
  await uploadLogo(admin, { name, image, width: 360, height: 120 }, NOW);
  await takeLogo(admin, name, NOW);
  expect((await deliverMails(NOW)).sent).toBe(1);
  const { html, text } = await db().mail.findUniqueOrThrow({ where: { key: waiting }, select: { html: true, text: true } });
  expect(html).toContain("Guild of Bakers");
  expect(html).toContain("#7a1f4d");
  expect(html).not.toContain(society.accent);
  expect(html).toMatch(new RegExp(`<img[^>]*alt=""[^>]*src="http://localhost:3000/logo/${name}.png"[^>]*`));
  expect(html).toMatch(/<img[^>]*height="40"[^>]*width="120"|<img[^>]*width="120"[^>]*height="40"/);
  expect(text).toContain("Proving");
  expect(text).toMatch(/\bguides?\b/);
  // Addresses of pages keep their names.
  expect(text?.replace(/https?:\S+/g, "")).not.toMatch(/\bmentors?\b/);
  expect(text).toContain("ask@bakers.example");
  expect(text).not.toContain("/logo/");
});
