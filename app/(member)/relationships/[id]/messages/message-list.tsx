import { sayDateTime, sayTime } from "@/lib/foundation/dates";
import type { Conversation, Message } from "@/lib/pairing/conversations/conversation";
import { byDay, sayMessageDay } from "@/lib/pairing/conversations/wording";
import { MessageWords } from "./message-words";
import { NewFromHere, SinceOpened } from "./new-from-here";

interface MessageListProps {
  conversation: Conversation;
  partnerName: string;
  timeZone: string;
  now: Date;
}

/** The messages, day by day, newest last. What comes while the page is open is read out when nothing else is. */
export function MessageList({ conversation, timeZone, now, ...how }: MessageListProps) {
  const { messages, readTo } = conversation;
  const firstNew = messages.find(({ isMine, number }) => !isMine && number > readTo)?.number;
  return (
    <SinceOpened>
      <div role="log" aria-label="Messages" aria-relevant="additions" className="grid grid-cols-1 gap-7">
        {byDay(messages, timeZone).map(([day, ofDay]) => (
          <section key={day} aria-labelledby={`day-${day}`} className="grid grid-cols-1 gap-3">
            <h2
              id={`day-${day}`}
              className="flex items-center gap-4 font-sans text-[0.92rem] font-semibold tracking-normal text-soft before:flex-1 before:border-t before:border-rule after:flex-1 after:border-t after:border-rule"
            >
              {sayMessageDay(ofDay[0]?.sentAt ?? now, now, timeZone)}
            </h2>
            <ol className="grid grid-cols-1 gap-3">
              {ofDay.map((message) => (
                <li key={message.number} className="grid max-w-none grid-cols-1 gap-3">
                  <NewFromHere isFirst={message.number === firstNew} />
                  <OneMessage
                    message={message}
                    isRead={message.number <= conversation.partnerReadTo}
                    timeZone={timeZone}
                    now={now}
                    {...how}
                  />
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </SinceOpened>
  );
}

interface OneMessageProps extends Pick<MessageListProps, "partnerName" | "timeZone" | "now"> {
  message: Message;
  isRead: boolean;
}

/** Who, when, for the viewer's own whether it was read, and the words. */
function OneMessage({ message: { isMine, words, sentAt }, isRead, partnerName, timeZone, now }: OneMessageProps) {
  const side = isMine ? "justify-self-end border-transparent bg-tint" : "justify-self-start border-rule bg-sheet";
  return (
    <article className={`grid min-w-0 max-w-[min(92%,36rem)] gap-1 rounded-[0.6rem] border px-4 py-2.5 ${side}`}>
      <p className="flex flex-wrap gap-x-2 text-[0.88rem] text-soft">
        <span className="font-semibold text-ink">{isMine ? "You" : partnerName}</span>
        <time
          dateTime={sentAt.toISOString()}
          title={`${sayDateTime(sentAt, now, timeZone)} (${timeZone.replaceAll("_", " ")})`}
        >
          {sayTime(sentAt, timeZone)}
        </time>
        {isMine && <span>{isRead ? "Read" : "Not read yet"}</span>}
      </p>
      <MessageWords words={words} />
    </article>
  );
}
