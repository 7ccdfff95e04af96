import { db } from "@/lib/foundation/db/client";
import { people } from "../partners";
import { must, type Try } from "../try";
import { visit } from "../visitor";

const FORMS = 14;
const MB = 1024 * 1024;
const MOST_KEPT = 60 * MB;
const pdf = (size: number) => new Blob([`%PDF-1.7\n${"a".repeat(size - 9)}`], { type: "application/pdf" });

export const TRIES: Try[] = [
  {
    name: "files sent to Help have an end for a day, and the page with them stays quick",
    async run() {
      const member = await people.mentee();
      const visitor = await visit(member);
      const asked = await visitor.press("/support", "Send", { category: "other", subject: "Files", words: "Here they are." });
      must(asked.status === 303, `The request is answered with ${asked.status}.`);
      const path = String(asked.headers.location)
        .replace(/^https?:\/\/[^/]+/, "")
        .replace(/\?.*/, "");
      const files = [pdf(7 * MB), pdf(7 * MB), pdf(7 * MB)];
      let taken = 0;
      let slowest = 0;
      for (let i = 0; i < FORMS; i++) {
        const answer = await visitor.press(path, "Send", { words: `More ${i}`, files });
        must(answer.status < 500, `An answer with files is answered with ${answer.status}.`);
        if (answer.status === 303) taken += 1;
        slowest = Math.max(slowest, answer.ms);
        if (taken < i) break;
      }
      const [{ kept } = { kept: 0n }] = await db().$queryRaw<{ kept: bigint }[]>`
        SELECT coalesce(sum(f."size"), 0)::bigint AS "kept" FROM "support_attachments" f
        JOIN "support_requests" r ON r."id" = f."requestId" WHERE r."memberId" = ${member.id}::uuid`;
      must(taken > 0 && Number(kept) > 0, "No file was taken at all, so this says nothing.");
      must(Number(kept) <= MOST_KEPT, `${Math.round(Number(kept) / 1e6)} MB are kept.`);
      const { status, ms } = await visitor.ask(path);
      must(status === 200, `The page of the request answers ${status}.`);
      return `${taken} answers taken, ${Math.round(Number(kept) / 1e6)} MB kept; slowest ${Math.round(slowest)} ms; its page ${Math.round(ms)} ms`;
    },
  },
];
