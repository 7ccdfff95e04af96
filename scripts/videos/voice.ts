import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { spokenIn } from "./captions";
import type { Film, Scene } from "./films";

/** A British voice of espeak-ng, a little lower and slower than it speaks by itself. */
const VOICE = ["-v", "en-gb", "-p", "38", "-a", "90"];
/** Words a minute: calm, and what a scene may be hurried to before it needs more time. */
const CALM = 150;
const HURRIED = 168;
/** Quiet before a scene's first word, while its headline appears, and after its last, in seconds. */
const BEFORE = 0.5;
const AFTER = 0.35;
const SAMPLES_PER_SECOND = 22_050;
/** Takes off the edges of a voice that is made by a machine, and brings it to the loudness of other films on the web. */
const SOFTENED =
  "highpass=f=70,lowpass=f=7500,equalizer=f=3200:t=q:w=1.2:g=-3,acompressor=threshold=-20dB:ratio=2.5,loudnorm=I=-17:TP=-2";

/** Writes the voice of a film to `path`, scene by scene at its time. Says which scenes need more time, and writes nothing then. */
export function speak({ scenes }: Film, path: string, folder: string): string[] {
  const tight = scenes.flatMap((scene, i) => speakScene(scene, join(folder, `${i}.wav`)) ?? []);
  if (tight.length > 0) return tight;
  let from = 0;
  const delays = scenes.map(({ seconds }, i) => {
    const delay = `[${i}:a]adelay=${Math.round((from + BEFORE) * 1000)}[s${i}]`;
    from += seconds;
    return delay;
  });
  const names = scenes.map((_, i) => `[s${i}]`).join("");
  const mix = `${names}amix=inputs=${scenes.length}:normalize=0,apad=whole_dur=${from},${SOFTENED},aresample=44100`;
  const inputs = scenes.flatMap((_, i) => ["-i", join(folder, `${i}.wav`)]);
  run("ffmpeg", [
    "-y",
    "-loglevel",
    "error",
    ...inputs,
    "-filter_complex",
    [...delays, mix].join(";"),
    "-t",
    String(from),
    path,
  ]);
  return [];
}

/** Why a scene is too short for its words, which may be hurried a little; null when they fit. */
function speakScene(scene: Scene, path: string): string | null {
  const needed: number[] = [];
  for (let speed = CALM; speed <= HURRIED; speed += 6) {
    run("espeak-ng", [...VOICE, "-s", String(speed), "-w", path, sayAloud(spokenIn(scene))]);
    const seconds = BEFORE + lengthOfWav(path) + AFTER;
    if (seconds <= scene.seconds) return null;
    needed.push(Math.ceil(seconds));
  }
  return `“${scene.headline}” has ${scene.seconds} seconds, but its words take ${needed[0]}: change it in films.ts.`;
}

/** Words as the voice should read them. */
function sayAloud(text: string): string {
  const numbers = ["one", "two", "three", "four", "five", "six"];
  return text
    .replace(/^(\d)\. /, (_, digit: string) => `${numbers[Number(digit) - 1] ?? digit}. `)
    .replace(/[“”]/g, "")
    .replaceAll("’", "'");
}

/** One channel of 16 bits: espeak-ng writes nothing else. */
function lengthOfWav(path: string): number {
  return (readFileSync(path).length - 44) / 2 / SAMPLES_PER_SECOND;
}

function run(command: string, given: string[]): void {
  const { status, error, stderr } = spawnSync(command, given, { encoding: "utf8" });
  if (error || status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`);
}
