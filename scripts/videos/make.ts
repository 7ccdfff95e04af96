/**
 * `npm run videos`: draws the three films again, lets a voice read their captions, and puts them into public/videos, which is
 * committed. Needs ffmpeg, espeak-ng and Chromium, all Debian packages; running the product needs none of them.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { captionsOf, lengthOf } from "./captions";
import { FILMS, type Film } from "./films";
import { filmPage, SIZE } from "./picture";
import { findBrowser, findMissingTools } from "./tools";
import { speak } from "./voice";

const FOLDER = "public/videos";
const FRAMES_PER_SECOND = 15;
/** A moment when the first scene is complete, for the picture shown before playing. */
const POSTER_SECOND = 3;

const work = mkdtempSync(join(tmpdir(), "films-"));
const voiceOf = ({ name }: Film) => join(work, `${name}.wav`);
const problems = findMissingTools();
if (problems.length === 0) problems.push(...FILMS.flatMap((film) => speak(film, voiceOf(film), work)));
if (problems.length === 0) await drawAll();
rmSync(work, { recursive: true });
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

async function drawAll(): Promise<void> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox"] });
  for (const film of FILMS) {
    writeFileSync(`${FOLDER}/${film.name}.vtt`, captionsOf(film));
    const frames = await draw(browser, film);
    console.log(`${film.name}: ${frames} frames`);
  }
  await browser.close();
}

async function draw(browser: Browser, film: Film): Promise<number> {
  const page = await browser.newPage({ viewport: SIZE });
  await page.setContent(filmPage(film));
  await page.evaluate(() => document.fonts.ready);
  const frames = lengthOf(film) * FRAMES_PER_SECOND;
  const encoder = encode(voiceOf(film), `${FOLDER}/${film.name}.mp4`);
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

/** H.264 and AAC in a form that every browser and telephone plays, its index first so that playing begins at once. */
function encode(voice: string, path: string) {
  const input = ["-f", "image2pipe", "-framerate", String(FRAMES_PER_SECOND), "-c:v", "png", "-i", "-", "-i", voice];
  const picture = ["-c:v", "libx264", "-preset", "veryslow", "-tune", "animation", "-crf", "24", "-pix_fmt", "yuv420p"];
  const sound = ["-c:a", "aac", "-ac", "1", "-b:a", "40k"];
  const container = ["-movflags", "+faststart", "-map_metadata", "-1", "-fflags", "+bitexact"];
  return spawn("ffmpeg", ["-y", "-loglevel", "error", ...input, ...picture, ...sound, ...container, path], {
    stdio: ["pipe", "inherit", "inherit"],
  });
}
