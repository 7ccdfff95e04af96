"use client";

import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";

interface MarkButtonsProps {
  memberId: string;
  name: string;
  isSaved: boolean;
}

/**
 * Save and Not for me, inside a form that takes them; a saved mentor can be taken off the list again. With scripts a press on Save shows
 * at once, and the form says so when it fails.
 */
export function MarkButtons({ memberId, name, isSaved: wasSaved }: MarkButtonsProps) {
  const { data: onItsWay } = useFormStatus();
  const isSaved = onItsWay?.get("save") === memberId || (wasSaved && onItsWay?.get("forget") !== memberId);
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
