"use client";

import { useContext } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { ArrivedNowhere } from "./arrival";
import { FrameContext } from "./frame-context";

/**
 * For an address that leads to nothing. Every page carries it along twice, in case it turns out to be one, so it is made of what the
 * frame knows already.
 */
export function NothingHere() {
  const { who, product, society, isSignedIn } = useContext(FrameContext);
  return (
    <main id="main" tabIndex={-1}>
      <div className="mx-auto max-w-[66rem] px-[1.1rem] pt-8 pb-14 wide:px-6 wide:pt-11">
        <div className="mx-auto grid w-full max-w-[43rem] grid-cols-1 gap-8">
          <div>
            <h1 tabIndex={-1}>We cannot find this page</h1>
            <p className="mt-2 font-lede text-[1.2rem] leading-[1.45] text-soft italic">
              The address may be mistyped, or you may not have access to the page.
            </p>
          </div>
          <p>
            <LinkButton href="/">{isSignedIn ? "Go to Home" : "Go to the first page"}</LinkButton>
          </p>
        </div>
      </div>
      <title>{["Page not found", product, society].filter(Boolean).join(" – ")}</title>
      <ArrivedNowhere who={who} />
    </main>
  );
}
