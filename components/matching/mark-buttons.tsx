"use client";

import { Button } from "@/components/ui/button";

interface MarkButtonsProps {
  memberId: string;
  name: string;
  isSaved: boolean;
}

/** Save and Not for me, inside a form that takes them; a saved mentor can be taken off the list again. */
export function MarkButtons({ memberId, name, isSaved }: MarkButtonsProps) {
  const of = <span className="sr-only">{` (${name})`}</span>;
  return (
    <div className="flex flex-wrap gap-x-2 gap-y-1">
      <Button kind="plain" name={isSaved ? "forget" : "save"} value={memberId}>
        {isSaved ? "Saved – remove" : "Save"}
        {of}
      </Button>
      <Button kind="plain" name="hide" value={memberId}>
        Not for me{of}
      </Button>
    </div>
  );
}
