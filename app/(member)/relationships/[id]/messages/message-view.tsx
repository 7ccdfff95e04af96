"use client";

import { MessageWords } from "./message-words";

interface MessageViewProps {
  /** Whose it is; null: the viewer's own. */
  by: string | null;
  /** The instant, then in words, then the time alone. */
  at: string;
  exactly: string;
  time: string;
  isRead: boolean;
  words: string;
}

/**
 * Who, when, for the viewer's own whether it was read, and the words. Rendered in the browser too, so that the page carries the words
 * of thirty messages and not their markup a second time.
 */
export function MessageView({ by, at, exactly, time, isRead, words }: MessageViewProps) {
  const side = by === null ? "justify-self-end border-transparent bg-tint" : "justify-self-start border-rule bg-sheet";
  return (
    <article className={`grid min-w-0 max-w-[min(92%,36rem)] gap-1 rounded-[0.6rem] border px-4 py-2.5 ${side}`}>
      <p className="flex flex-wrap gap-x-2 text-[0.88rem] text-soft">
        <span className="font-semibold text-ink">{by ?? "You"}</span>
        <time dateTime={at} title={exactly}>
          {time}
        </time>
        {by === null && <span>{isRead ? "Read" : "Not read yet"}</span>}
      </p>
      <MessageWords words={words} />
    </article>
  );
}
