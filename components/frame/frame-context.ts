"use client";

import { createContext } from "react";

/** What the frame tells the parts of a page that come without facts of their own. */
export interface Frame {
  /** Whom the document is for: FrameFacts. */
  who: string;
  product: string;
  society: string;
  isSignedIn: boolean;
}

export const FrameContext = createContext<Frame>({ who: "", product: "", society: "", isSignedIn: false });
