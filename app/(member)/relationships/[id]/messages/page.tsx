import { randomUUID } from "node:crypto";
import { RelationshipPage } from "@/components/relationships/relationship-page";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { titleOf } from "@/components/ui/page";
import { WhoReads } from "@/components/ui/who-reads";
import { findConversation } from "@/lib/pairing/conversations/queries";
import { requireRelationship } from "../require-relationship";
import { markAsRead } from "./actions";
import { Composer } from "./composer";
import { Live } from "./live";
import { MessageList } from "./message-list";

export default async function MessagesPage({ params, searchParams }: PageProps<"/relationships/[id]/messages">) {
  const [{ viewer, settings, now, relationship, id, whoReads }, { before }] = await Promise.all([
    requireRelationship(params),
    searchParams,
  ]);
  const cursor = typeof before === "string" && /^\d{1,9}$/.test(before) ? Number(before) : null;
  const conversation = await findConversation(viewer, id, cursor);
  const { messages, earlier, newest, unread, partnerReadTo } = conversation;
  const { partner, isOpen } = relationship;
  const here = `/relationships/${id}/messages`;
  const heading = `Messages with ${partner.name}`;
  const isNewest = cursor === null;
  return (
    <RelationshipPage
      settings={settings}
      relationship={relationship}
      current="messages"
      title={heading}
      heading={heading}
      isNarrow
    >
      {earlier !== null && (
        <p className="text-center">
          <Link href={`${here}?before=${earlier}#end`} className="inline-block py-2 font-semibold">
            Earlier messages
          </Link>
        </p>
      )}
      {messages.length > 0 ? (
        <MessageList conversation={conversation} partnerName={partner.name} timeZone={viewer.timeZone} now={now} />
      ) : (
        <p className="text-soft">
          {isNewest ? `You and ${partner.name} have not written to each other yet.` : "There are no earlier messages."}
        </p>
      )}
      {isNewest ? (
        <>
          {/* Between the messages and the box; it takes no room while it is empty. */}
          <div id="on-its-way" className="-my-4 grid grid-cols-1 empty:hidden" />
          {unread > 0 && (
            <noscript>
              <form action={markAsRead}>
                <input type="hidden" name="relationshipId" value={id} />
                <input type="hidden" name="shown" value={newest} />
                <Button kind="quiet">Mark as read</Button>
              </form>
            </noscript>
          )}
          {isOpen && (
            <Composer
              relationshipId={id}
              memberId={viewer.memberId}
              messageKey={randomUUID()}
              shown={newest}
              title={titleOf(heading, settings)}
              whoReads={<WhoReads>{whoReads}</WhoReads>}
            />
          )}
          <Live relationshipId={id} newest={newest} partnerReadTo={partnerReadTo} unread={unread} isOpen={isOpen} />
        </>
      ) : (
        <p className="text-center">
          <Link href={here} className="inline-block py-2 font-semibold">
            Back to the newest messages
          </Link>
        </p>
      )}
      <div id="end" className="-scroll-mb-52" />
    </RelationshipPage>
  );
}
