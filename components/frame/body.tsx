"use client";

import { useRouter } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";
import { type Frame, FrameContext } from "./frame-context";

/**
 * The body of every page, which follows the links to our pages inside it (components/ui/link.tsx): only the page changes, and the frame
 * stays. One listener for all of them, since a component of the framework for each link of a long list is a good part of that list.
 */
export function Body({ frame, children }: { frame: Frame; children: ReactNode }) {
  const router = useRouter();
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-page]") : null;
    const href = link?.getAttribute("href");
    if (!href || event.defaultPrevented || isForBrowser(event)) return;
    event.preventDefault();
    router.push(href);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the browser makes a click of the Enter key on a link
    // biome-ignore lint/a11y/noStaticElementInteractions: what is pressed is a link
    <body onClick={follow}>
      <FrameContext value={frame}>{children}</FrameContext>
    </body>
  );
}

/** With a key or another button people open a window of its own, or save the page. */
function isForBrowser({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button !== 0 || metaKey || ctrlKey || shiftKey || altKey;
}
