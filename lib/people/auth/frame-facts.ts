import { cache } from "react";
import type { News } from "./news";

/** What the frame around a page shows of a request. Each page carries it, since Next keeps the frame from one page to the next. */
export interface FrameFacts {
  /** Whom the page is for and in which role; empty for somebody who is not signed in. */
  who: string;
  /** Everything else that the frame shows, so that a difference can be noticed: settings, picture, warnings. */
  look: string;
  /** Messages not read yet. */
  unreadMessages: number;
  /** Notices not opened yet. Which of them are new is known above, where what each kind means is known. */
  news: readonly News[];
  /** The page that was asked for, which its reader sees now. */
  asked: string | null;
  /** The query of its address. The browser's would change before the content does on the way back, and fields keep what they began with. */
  query: string;
  /** When the page was made, in milliseconds of the server's clock. */
  madeAt: number;
}

/** A place to leave them, one for each request: readRequest does, and the layout and the page read them. */
export const frameFacts = cache((): { current: FrameFacts | null } => ({ current: null }));
