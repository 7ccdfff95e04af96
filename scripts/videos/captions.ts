import type { Film } from "./films";

/** The captions of a film as WebVTT: one cue a scene. */
export function captionsOf({ scenes }: Film): string {
  let from = 0;
  const cues = scenes.map(({ seconds, caption }, i) => {
    const cue = `${i + 1}\n${stamp(from)} --> ${stamp(from + seconds)}\n${caption}\n`;
    from += seconds;
    return cue;
  });
  return ["WEBVTT\n", ...cues].join("\n");
}

/** What the film says, scene by scene, as the text beside it has it. */
export function transcriptOf({ scenes }: Film): string {
  return scenes.map(({ headline, caption }) => `**${headline}${/[.?!]$/.test(headline) ? "" : "."}** ${caption}`).join(" ");
}

function stamp(seconds: number): string {
  return `00:${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}.000`;
}
