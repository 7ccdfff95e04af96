/** `npm run papers`: writes the parts of docs/privacy.md and docs/accessibility.md that are made from the code. */
import { readFileSync, writeFileSync } from "node:fs";
import { galleryPaper } from "@/e2e/gallery/paper";
import { recordPaper, withPart } from "@/lib/people/privacy/paper";

const PARTS = [
  ["docs/privacy.md", "record", recordPaper()],
  ["docs/accessibility.md", "pages", galleryPaper()],
] as const;
for (const [path, mark, part] of PARTS) {
  writeFileSync(path, withPart(readFileSync(path, "utf8"), mark, part));
  console.log(`${path} is written.`);
}
