import type { Film, Scene } from "./films";

/** What the voice says in a scene: the headline, and the sentences that go on where it ends. */
export function spokenIn({ headline, caption }: Scene): string {
  return `${endOf(headline)} ${caption}`;
}

/** The captions of a film as WebVTT: one cue a scene, with everything that the voice says in it. */
export function captionsOf({ scenes }: Film): string {
  let from = 0;
  const cues = scenes.map((scene, i) => {
    const cue = `${i + 1}\n${stamp(from)} --> ${stamp(from + scene.seconds)}\n${spokenIn(scene)}\n`;
    from += scene.seconds;
    return cue;
  });
  return ["WEBVTT\n", ...cues].join("\n");
}

/** What the film says, scene by scene, as the text beside it has it. */
export function transcriptOf({ scenes }: Film): string {
  return scenes.map(({ headline, caption }) => `**${endOf(headline)}** ${caption}`).join(" ");
}

/** How long a film lasts, in seconds. */
export function lengthOf({ scenes }: Film): number {
  return scenes.reduce((sum, { seconds }) => sum + seconds, 0);
}

function endOf(headline: string): string {
  return /[.?!]$/.test(headline) ? headline : `${headline}.`;
}

function stamp(seconds: number): string {
  return `00:${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}.000`;
}
