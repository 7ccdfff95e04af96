"use client";

import { type KeyboardEvent, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { Draft } from "@/components/ui/draft";
import { TextArea } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormContext } from "@/components/ui/form-context";
import { isDone, UNTOUCHED } from "@/lib/entrypoints/form-state";
import { sendMessage } from "./actions";
import { OnItsWay } from "./on-its-way";

interface ComposerProps {
  relationshipId: string;
  memberId: string;
  /** A new one each time the page is made: the next message will have it. */
  messageKey: string;
  /** The newest number on the page. */
  shown: number;
  title: string;
  whoReads: ReactNode;
}

const BOX = "words";

/** The box to write in, at the foot of the screen where a thumb reaches it. Ctrl and Enter send. */
export function Composer({ relationshipId, memberId, messageKey, shown, title, whoReads }: ComposerProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the button that is there
    <div className="composer border-t border-rule bg-paper pt-3 pb-4" onKeyDown={sendByKeys}>
      <Form
        action={sendMessage}
        submit="Send"
        title={title}
        isOneOfSeveral
        className="[&>div]:gap-3 [&_textarea]:max-h-[40dvh] [&_textarea]:min-h-[2.4lh]"
        aside={<div className="min-w-0 flex-1 basis-48">{whoReads}</div>}
      >
        <input type="hidden" name="relationshipId" value={relationshipId} />
        <input type="hidden" name="shown" value={shown} />
        <MessageKey next={messageKey} />
        <Draft memberId={memberId} place={`messages/${relationshipId}`} />
        <OnItsWay box={BOX} />
        <TextArea name={BOX} label="Your message" room="short" />
      </Form>
    </div>
  );
}

function sendByKeys(event: KeyboardEvent<HTMLDivElement>) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !(event.target instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  event.target.form?.requestSubmit();
}

/**
 * The key of the message that is being written. It stays while the page is made anew around it, so that sending again after
 * an answer was lost is the same message, and gives way to the next one once it has been sent.
 */
function MessageKey({ next }: { next: string }) {
  const state = useContext(FormContext);
  const [key, setKey] = useState(state.values.key?.[0] ?? next);
  // After a form that came back, this one begins anew with the answer.
  const known = useRef(UNTOUCHED);
  const spent = useRef("");
  useEffect(() => {
    if (state !== known.current && isDone(state)) {
      spent.current = key;
      const box = document.getElementById(BOX);
      box?.focus({ preventScroll: true });
      document.getElementById("end")?.scrollIntoView({ block: "end" });
    }
    known.current = state;
    if (spent.current === key && next !== key) setKey(next);
  }, [state, key, next]);
  return <input type="hidden" name="key" value={key} />;
}
