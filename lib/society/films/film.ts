export type FilmKind = "mp4" | "webm";

/** What browsers are told of a film's file. */
export const MEDIA_TYPES: Record<FilmKind, string> = { mp4: "video/mp4", webm: "video/webm" };

const MB = 1024 * 1024;
/** Bytes of a film. Ten minutes of a person who talks to a camera take about half of it. */
export const LARGEST_FILM = 200 * MB;
/** Bytes of captions, which are words: those of a long lecture take a tenth of it. */
export const LARGEST_CAPTIONS = MB / 2;
/** A film is kept, sent and read in pieces of this size, so that it is never in memory as a whole. */
export const PIECE = MB;
/** Films that a society keeps. */
export const MOST_FILMS = 30;
export const LONGEST_TITLE = 120;

/** A film of the society's own, as staff see it in the list. */
export interface ShelvedFilm {
  id: string;
  title: string;
  kind: FilmKind;
  /** In bytes. */
  size: number;
  /** Its length; null where the file does not say it. */
  seconds: number | null;
  version: number;
  changedAt: Date;
  /** Whether members can see it anywhere. */
  isShown: boolean;
}

/** The file of a film, for whoever may see it. */
export interface FilmFile {
  /** Another file has another id, also under the same address. */
  fileId: string;
  kind: FilmKind;
  size: number;
}

/** A text or a resource in which members see a film. */
export type FilmPlace =
  | { in: "resource"; id: string; title: string }
  | { in: "text"; slug: string }
  | { in: "programme"; id: string; name: string; slug: string };

export type PieceRefusal = "not-staff" | "too-large" | "not-a-film" | "not-yours";
export type FilmRefusal =
  | Exclude<PieceRefusal, "not-yours">
  | "broken"
  | "no-file"
  | "no-captions"
  | "too-many"
  | "already-there"
  | "changed-meanwhile"
  | "not-found"
  | "in-use";

/** A piece of a file that a browser sends bit by bit. The first one begins the file, and says whether it is a film at all. */
export interface Piece {
  fileId: string;
  /** From 0. */
  number: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What staff give a film. Captions and file may be left as they are once there are some. */
export interface FilmChange {
  id: string;
  /** The version that the form began with; 0 for a new film. */
  base: number;
  title: string;
  captions: string | null;
  fileId: string | null;
}

/** A file that is there as a whole, and what it says of itself. */
export interface ExaminedFile {
  fileId: string;
  kind: FilmKind;
  size: number;
  seconds: number | null;
}
