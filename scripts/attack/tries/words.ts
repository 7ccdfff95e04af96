import { spawnSync } from "node:child_process";
import { env } from "@/lib/foundation/env";
import { damage, listSealed } from "@/testing/sealing/damage";
import { livePartners, visitAll } from "../partners";
import { must, type Try } from "../try";
import { visit } from "../visitor";

/** As if sealed with a key that nobody has any more. */
const LOST = `lost.${Buffer.alloc(60, 9).toString("base64")}`;

export const TRIES: Try[] = [
  {
    name: "words that cannot be opened take no page, file, mail or command with them",
    provokes: ["an encrypted text cannot be decrypted"],
    async run() {
      const partners = await livePartners();
      const texts = await listSealed();
      const rubbish = ["", "rubbish", "\u202e", "a:b:c:d", LOST];
      const other = (i: number) => texts[(i + 1) % texts.length]?.sealed ?? "";
      await damage(texts.map((text, i) => ({ text, words: i % 2 === 0 ? other(i) : (rubbish[i % rubbish.length] ?? "") })));
      const count = await visitAll(partners);
      const nobody = await visit(null);
      for (const job of ["sweep", "nightly"]) {
        const { status } = await nobody.ask(`/api/cron/${job}`, { headers: { authorization: `Bearer ${env().CRON_SECRET}` } });
        must(status === 200, `After that, ${job} answers ${status}.`);
      }
      const rotated = spawnSync(process.execPath, ["--import", "tsx", "scripts/rotate-words.ts"], { encoding: "utf8" });
      must(rotated.status === 0, `words:rotate ends with ${rotated.status}: ${rotated.stderr.slice(-500)}`);
      await damage(texts.map((text) => ({ text, words: text.sealed })));
      return `${texts.length} texts damaged, ${count} pages and files came`;
    },
  },
];
