import { type Category, type FileRefusal, MOST_PER_DAY, type RequestRefusal, type RequestState } from "./request";

/** As members choose it. */
export const CATEGORY_CHOICES: Record<Category, string> = {
  technical: "Something does not work",
  relationship: "My mentoring relationship",
  complaint: "A complaint",
  erasure: "Please erase my data",
  other: "Something else",
};

/** As it is said in lists. */
export const CATEGORY_WORDS: Record<Category, string> = {
  technical: "Technical",
  relationship: "Relationship",
  complaint: "Complaint",
  erasure: "Erasure of data",
  other: "Other",
};

/** To the member whose request it is. */
export const STATE_FOR_MEMBER: Record<RequestState, string> = {
  open: "With us",
  waiting: "Waiting for you",
  solved: "Solved",
};

/** To staff. */
export const STATE_FOR_STAFF: Record<RequestState, string> = {
  open: "Open",
  waiting: "Waiting for the member",
  solved: "Solved",
};

const REFUSALS: Record<RequestRefusal, string> = {
  "not-found": "This request does not exist, or you cannot see it.",
  "too-many": `You can send at most ${MOST_PER_DAY} new requests a day, and you have reached that limit. Please reply in one of your existing requests, or try again tomorrow. Your text is still here.`,
  "not-theirs": "You are not part of this conversation, or a message you ticked is no longer in it. Please check it again.",
  "changed-meanwhile":
    "Somebody else has written here since you opened the page, so your reply was not sent. Open this page in another window to read it, change your text if you need to, and press the button again.",
};

export function sayRequestRefusal(reason: RequestRefusal): string {
  return REFUSALS[reason];
}

export const ATTACHMENT_TOO_LARGE = "A file is larger than 8 MB. Please choose a smaller one.";

/** The member has sent what they may send in a day (lib/people/auth/local/limits). */
export const FILES_USED_UP =
  "You have sent us about 60 MB of files today, which is the daily limit. Your text is still here: send it now without these files, or tomorrow with them.";

/** The whole form was so large that it was not read. */
export const REQUEST_TOO_LARGE =
  "The files are much too large, so nothing was sent. Go back in your browser to find your text, and choose files of up to 8 MB.";

/** Why a file was not taken; `name` is what the member calls it. */
export function sayFileRefusal(reason: FileRefusal, name: string): string {
  const file = `“${name}”`;
  switch (reason) {
    case "unknown-kind":
      return `${file} is neither a JPEG, PNG or WebP picture nor a PDF. Please choose another file, or none.`;
    case "unreadable":
      return `We could not open ${file}. It may be damaged. Please choose another file, or none.`;
    case "too-small":
      return `${file} is too small to be useful. Please choose another file, or none.`;
    case "too-many-pixels":
      return `${file} has more than 25 million pixels. Please make it smaller, or choose another file.`;
    case "infected":
      return `${file} contains something that a virus scanner knows as harmful, so nothing was sent. Please leave this file out, and have your device looked at.`;
    case "not-scanned":
      return `We could not check ${file} for viruses just now, so nothing was sent. Please try again in a few minutes, or leave the file out.`;
    case "busy":
      return "We are processing a lot of pictures at the moment. Please choose your file again in a minute.";
  }
}

/** "1.2 MB", "340 KB" */
export function saySize(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
