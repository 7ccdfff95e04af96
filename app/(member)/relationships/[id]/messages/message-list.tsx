import { sayDateTime, sayTime } from "@/lib/foundation/dates";
import type { Conversation } from "@/lib/pairing/conversations/conversation";
import { byDay, sayMessageDay } from "@/lib/pairing/conversations/wording";
import { MessageView } from "./message-view";
import { NewFromHere, SinceOpened } from "./new-from-here";

interface MessageListProps {
  conversation: Conversation;
  partnerName: string;
  timeZone: string;
  now: Date;
}

/** The messages, day by day, newest last. What comes while the page is open is read out when nothing else is. */
export function MessageList({ conversation, partnerName, timeZone, now }: MessageListProps) {
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
                  <MessageView
                    by={message.isMine ? null : partnerName}
                    at={message.sentAt.toISOString()}
                    exactly={`${sayDateTime(message.sentAt, now, timeZone)} (${timeZone.replaceAll("_", " ")})`}
                    time={sayTime(message.sentAt, timeZone)}
                    isRead={message.number <= conversation.partnerReadTo}
                    words={message.words}
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
