"use client";

import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { endWaiting } from "./waiting";

/** What a member sees when something broke on our side. */
export function Defect({ reference }: { reference: string | undefined }) {
  useEffect(endWaiting, []);
  return (
    <main id="main" className="mx-auto grid w-full max-w-[66rem] content-start gap-4 px-[1.1rem] pt-11 pb-14 wide:px-6">
      <title>Error: something went wrong</title>
      <h1>Something went wrong on our side</h1>
      <p>This was not your fault, and everything you saved before is safe. Please try again in a minute.</p>
      {reference && (
        <p>
          If it happens again, quote this reference when you ask for help: <strong className="font-mono">{reference}</strong>
        </p>
      )}
      <div className="mt-2 flex items-center flex-wrap gap-x-6 gap-y-2">
        {/* A form without fields or address asks for this page again. */}
        <form>
          <Button>Try this page again</Button>
        </form>
        <a href="/" className="py-1">
          Go to Home
        </a>
      </div>
    </main>
  );
}
