/** `npm run faces`: draws the pictures of the demonstration's people again. Nobody looks like that. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { PEOPLE } from "../people";
import { Random } from "../people/random";
import { faceOfNobody } from "./face";

const FOLDER = join("demo", "life", "faces");
/** So many have a picture: all who are always there, and some of the other mentors. */
const MOST = 40;

const active = PEOPLE.filter(({ hasJoined, standing }) => hasJoined && standing === "current");
const named = active.filter(({ number }) => Number(number) <= 100_009);
const mentors = active.filter((person) => person.mentor !== null && !named.includes(person));
await mkdir(FOLDER, { recursive: true });
for (const { number } of [...named, ...new Random(11).some(mentors, MOST - named.length)]) {
  const drawn = sharp(Buffer.from(faceOfNobody(Number(number))));
  await drawn.webp({ quality: 80, effort: 6 }).toFile(join(FOLDER, `${number}.webp`));
}
