import type { PictureRefusal, SaveRefusal } from "./picture";

export const TOO_LARGE = "This picture is larger than 10 MB. Please choose a smaller one.";

/** The whole form was so large that it was not read. */
export const FORM_TOO_LARGE =
  "The picture is much larger than 10 MB, so nothing was saved. Go back in your browser to find what you typed, and choose a smaller picture.";

/** Why a picture was not taken, for the member. */
export function sayPictureRefusal(reason: PictureRefusal | SaveRefusal): string {
  switch (reason) {
    case "unknown-kind":
      return "This file is not a JPEG, PNG or WebP picture. Please choose one that is.";
    case "unreadable":
      return "We could not read this picture: the file seems to be damaged. Please choose another one.";
    case "too-small":
      return "This picture is too small. Please choose one that is at least 96 pixels wide and high.";
    case "too-many-pixels":
      return "This picture has more than 25 million pixels. Please make it smaller, or choose another one.";
    case "busy":
      return "Many pictures are arriving at the moment. Please choose yours again in a minute.";
    case "not-here":
      return "Your account cannot be changed at the moment. Please sign in again.";
    case "changed-meanwhile":
      return "Your picture has changed since this page was opened. Please look at it again.";
  }
}
