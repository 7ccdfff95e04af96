import { Fragment } from "react";
import { fold, type Part, toParts } from "@/lib/pairing/conversations/links";

/** What was written: its line breaks, its addresses to follow, and the rest of a long one folded away. */
export function MessageWords({ words }: { words: string }) {
  const { shown, rest } = fold(words);
  return (
    <div dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      <Words text={shown} />
      {rest !== null && (
        <details className="group">
          <summary className="mt-1.5 inline-flex min-h-9 items-center font-semibold text-accent underline underline-offset-[0.18em] group-open:mb-2 [&::-webkit-details-marker]:hidden">
            <span className="group-open:hidden">Read on</span>
            <span className="hidden group-open:inline">Show less</span>
            <span className="sr-only"> of this message</span>
          </summary>
          <div>
            <Words text={rest.trimStart()} />
          </div>
        </details>
      )}
    </div>
  );
}

function Words({ text }: { text: string }) {
  return toParts(text).map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text that never changes
    <Fragment key={i}>{part.kind === "words" ? part.text : <Address link={part} />}</Fragment>
  ));
}

/** A web address reads from left to right even in a right-to-left text. Its host follows in brackets where look-alike letters could mislead. */
function Address({ link: { text, href, host } }: { link: Extract<Part, { kind: "link" }> }) {
  return (
    <>
      <a href={href} rel="noopener noreferrer nofollow" dir="ltr" className="[unicode-bidi:isolate]">
        {text}
      </a>
      {host !== null && ` (${host})`}
    </>
  );
}
