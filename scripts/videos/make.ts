/**
 * `npm run videos`: draws the three films again and puts them into public/videos, which is committed. Needs ffmpeg and
 * Chromium, both Debian packages; running the product needs neither.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { type Browser, chromium } from "@playwright/test";
import { captionsOf } from "./captions";
import { FILMS, type Film } from "./films";
import { filmPage, SIZE } from "./picture";

const FOLDER = "public/videos";
const FRAMES_PER_SECOND = 15;
/** A moment when the first scene is complete, for the picture shown before playing. */
const POSTER_SECOND = 3;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
for (const film of FILMS) {
  writeFileSync(`${FOLDER}/${film.name}.vtt`, captionsOf(film));
  const frames = await draw(browser, film);
  console.log(`${film.name}: ${frames} frames`);
}
await browser.close();

async function draw(browser: Browser, film: Film): Promise<number> {
  const page = await browser.newPage({ viewport: SIZE });
  await page.setContent(filmPage(film));
  await page.evaluate(() => document.fonts.ready);
  const length = film.scenes.reduce((sum, { seconds }) => sum + seconds, 0);
  const frames = length * FRAMES_PER_SECOND;
  const encoder = encode(`${FOLDER}/${film.name}.mp4`);
  for (let frame = 0; frame < frames; frame++) {
    await page.evaluate(
      (moment) => {
        for (const animation of document.getAnimations()) {
          animation.pause();
          animation.currentTime = moment;
        }
      },
      (frame * 1000) / FRAMES_PER_SECOND,
    );
    const picture = await page.screenshot({ type: "png" });
    if (!encoder.stdin.write(picture)) await once(encoder.stdin, "drain");
    if (frame === POSTER_SECOND * FRAMES_PER_SECOND) {
      await page.screenshot({ type: "jpeg", quality: 82, path: `${FOLDER}/${film.name}.jpg` });
    }
  }
  encoder.stdin.end();
  const [code] = await once(encoder, "close");
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
  await page.close();
  return frames;
}

/** H.264 in a form that every browser and telephone plays, its index first so that playing begins at once. */
function encode(path: string) {
  const input = ["-f", "image2pipe", "-framerate", String(FRAMES_PER_SECOND), "-c:v", "png", "-i", "-"];
  const output = ["-c:v", "libx264", "-preset", "veryslow", "-tune", "animation", "-crf", "24", "-pix_fmt", "yuv420p"];
  const container = ["-movflags", "+faststart", "-map_metadata", "-1", "-fflags", "+bitexact"];
  return spawn("ffmpeg", ["-y", "-loglevel", "error", ...input, ...output, ...container, path], {
    stdio: ["pipe", "inherit", "inherit"],
  });
}
