import { Time } from "@/components/ui/time";
import type { Attachment, Entry, ShownMessage } from "@/lib/staff/support/request";
import { saySize } from "@/lib/staff/support/wording";

interface ThreadProps {
  entries: readonly Entry[];
  /** Where the files of this request are, for this reader. */
  filesAt: string;
  when: { now: Date; timeZone: string };
  /** How the reader is called in it: "You" for the member. */
  sayAuthor: (entry: Entry) => string;
}

/** Everything that was written in a request, oldest first. */
export function SupportThread({ entries, filesAt, when, sayAuthor }: ThreadProps) {
  return (
    <ol className="grid gap-5">
      {entries.map((entry) => (
        <li
          key={entry.id}
          className={`grid max-w-[43rem] gap-2 border-l-4 px-5 py-3 ${entry.kind === "note" ? "border-warn bg-warn-tint" : entry.kind === "answer" ? "border-accent bg-tint" : "border-rule bg-sheet"}`}
        >
          <p className="text-[0.92rem] text-soft">
            <strong className="text-ink">{sayAuthor(entry)}</strong>, <Time {...when} at={entry.at} as="date-time" />
          </p>
          {entry.words !== "" && <p className="prose-plain wrap-anywhere">{entry.words}</p>}
          {entry.attachments.length > 0 && (
            <ul className="grid gap-3">
              {entry.attachments.map((file) => (
                <li key={file.id}>
                  <File file={file} href={`${filesAt}/${file.id}`} />
                </li>
              ))}
            </ul>
          )}
          {entry.state === "solved" && <p className="text-soft">Marked as solved.</p>}
        </li>
      ))}
    </ol>
  );
}

function File({ file: { name, size, isPicture }, href }: { file: Attachment; href: string }) {
  if (!isPicture) {
    return (
      <a href={href} className="inline-block py-1 wrap-anywhere">
        {name} (PDF, {saySize(size)})
      </a>
    );
  }
  return (
    <a href={href} className="inline-grid gap-1 wrap-anywhere">
      {/* biome-ignore lint/performance/noImgElement: a private file, at the size it was sent in */}
      <img src={href} alt="" loading="lazy" className="max-h-96 w-auto max-w-full border border-rule" />
      {name} (picture, {saySize(size)})
    </a>
  );
}

/** The messages that the member chose to show, and nothing else of their conversation. */
export function ShownMessages({ shown, when, by }: { shown: readonly ShownMessage[]; when: ThreadProps["when"]; by: string }) {
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="shown" className="grid gap-3">
      <h2 id="shown">Messages {by} chose to show</h2>
      <ol className="grid max-w-[43rem] gap-3">
        {shown.map(({ number, senderName, words, sentAt }) => (
          <li key={number} className="border-l-4 border-rule px-5 py-2">
            <p className="text-[0.92rem] text-soft">
              {senderName}, <Time {...when} at={sentAt} as="date-time" />
            </p>
            <p className="prose-plain wrap-anywhere">{words}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
