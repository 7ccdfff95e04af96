import { randomUUID } from "node:crypto";
import { db } from "@/lib/foundation/db/client";

/** Other words for a kind of mail, as a draft. Returns the kind. */
export async function wordMail(authorId: string, createdAt: Date): Promise<string> {
  const kind = "relationship-ended-staff";
  const own = `News of your mentoring with {{partner}}, ${"a".repeat(60)}`;
  const passages = [
    { part: "subject", ours: "Your mentoring with {{partner}} has ended", own },
    // Of an earlier release: the page says that it no longer fits.
    { part: "paragraph", ours: "It has ended.", own: "It is over now." },
  ];
  const data = { id: randomUUID(), kind, number: 1, passages, createdAt, authorId };
  // Each worker of the gallery has a society of its own in one database.
  await db().mailWords.createMany({ data, skipDuplicates: true });
  return kind;
}
