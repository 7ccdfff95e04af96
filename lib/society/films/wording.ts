import { listInWords } from "@/lib/foundation/wording";
import type { ReadCaptions } from "./captions";
import { type FilmRefusal, LARGEST_CAPTIONS, LARGEST_FILM, type PieceRefusal } from "./film";

const MB = 1024 * 1024;

export const FILM_TOO_LARGE = `The film is larger than ${LARGEST_FILM / MB} MB, so it was not saved. Save it again in your video program with a smaller picture, 1280 by 720 for example.`;
export const CAPTIONS_TOO_LARGE = `The captions are larger than ${LARGEST_CAPTIONS / 1024} kB, so they cannot be a WebVTT file. Please choose another file.`;

export type CaptionsFault = Extract<ReadCaptions, { ok: false }>["reason"];
/** Why a film was not saved, as it stands in the address of the form that comes back. */
export type UploadRefusal =
  | FilmRefusal
  | PieceRefusal
  | CaptionsFault
  | "captions-too-large"
  | "no-title"
  | "cut-off"
  | "too-often"
  | "failed";

/** The box of the form that a refusal is about; null for the form as a whole. */
export const FIELD_OF: Record<UploadRefusal, "title" | "film" | "captions" | null> = {
  "no-title": "title",
  ...{ "too-large": "film", "not-a-film": "film", broken: "film", "no-file": "film", "cut-off": "film" },
  ...{ "no-captions": "captions", "captions-too-large": "captions", "no-text": "captions", "no-webvtt": "captions" },
  ...{ "no-cues": "captions", "too-many-cues": "captions", "bad-time": "captions", "ends-before": "captions" },
  ...{
    "not-staff": null,
    "not-yours": null,
    "too-many": null,
    "already-there": null,
    "changed-meanwhile": null,
    "not-found": null,
    "in-use": null,
  },
  ...{ "too-often": null, failed: null },
};

/** What is said of it. `line` is where captions went wrong. */
export function sayUploadRefusal(reason: UploadRefusal, line: number | null): string {
  const where = line === null ? "" : ` in line ${line}`;
  return SENTENCES[reason].replace("{where}", where);
}

const SENTENCES: Record<UploadRefusal, string> = {
  "no-title": "Enter a title.",
  "too-large": FILM_TOO_LARGE,
  "not-a-film": "This file is not a film in MP4 or WebM. In your video program, choose “Export” or “Save as”, and MP4.",
  broken:
    "A part of the film is missing, so it cannot be played. Please save it again in your video program, or send it once more.",
  "no-file": "Choose the file of the film.",
  "cut-off": "The connection was lost before the whole film had arrived, and nothing was saved. Please send it again.",
  "no-captions": "Choose a file with captions. Without them, members who do not hear cannot follow the film.",
  "captions-too-large": CAPTIONS_TOO_LARGE,
  "no-text": "The captions are not a text in UTF-8. Please save them again as WebVTT.",
  "no-webvtt":
    "The captions are not a WebVTT file: the first line of one is WEBVTT. Most video programs can save captions as WebVTT (.vtt).",
  "no-cues": "There are no captions in this file: each needs a line with its times, and its words below.",
  "too-many-cues": "There are more than 5,000 captions in this file. Please choose another one.",
  "bad-time": "The times{where} of the captions cannot be read. They should look like this: 00:00:01.000 --> 00:00:04.500",
  "ends-before": "The caption{where} ends before it begins.",
  "not-staff": "Only staff can upload films.",
  "not-yours": "This film could not be taken up. Please open the page again, and choose the file once more.",
  "too-many": "There are as many films here as can be kept. Remove one that is not used any more first.",
  "already-there":
    "This form has already saved a film, so this one was not saved. Choose the files once more to upload another one.",
  "changed-meanwhile": "A colleague has changed this film since you opened the page. Look at it first.",
  "not-found": "This film does not exist any more.",
  "in-use": "Members still see this film. Take it out of the resources and texts that show it first.",
  "too-often":
    "You have sent a lot of forms in the last few minutes, so this one was not saved. Please try again in five minutes.",
  failed: "Something went wrong on our side, and nothing was changed. Please try again.",
};

/** "MP4, 12.4 MB, 3 minutes 20 seconds" */
export function sayFilmFacts({ kind, size, seconds }: { kind: "mp4" | "webm"; size: number; seconds: number | null }): string {
  const name = { mp4: "MP4", webm: "WebM" }[kind];
  return [name, saySize(size), ...(seconds === null ? [] : [sayFilmLength(seconds)])].join(", ");
}

export function saySize(bytes: number): string {
  if (bytes < MB) return `${Math.max(1, Math.round(bytes / 1024))} kB`;
  return `${(bytes / MB).toLocaleString("en-GB", { maximumFractionDigits: 1 })} MB`;
}

/** "3 minutes and 20 seconds" */
export function sayFilmLength(seconds: number): string {
  const units = [
    [Math.floor(seconds / 3600), "hour"],
    [Math.floor(seconds / 60) % 60, "minute"],
    [seconds % 60, "second"],
  ] as const;
  return listInWords(units.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}${count === 1 ? "" : "s"}`));
}
