import { Link } from "@/components/ui/link";
import { Portrait } from "@/components/ui/portrait";
import { Time } from "@/components/ui/time";
import type { Role } from "@/lib/foundation/viewer";
import { atStart } from "@/lib/foundation/wording";
import type { QuestionStatus } from "@/lib/pairing/questions/question";
import { sayStatus } from "@/lib/pairing/questions/wording";

interface ListedQuestion {
  conversationId: string;
  partnerId: string;
  partnerName: string;
  partnerPicture: string | null;
  status: QuestionStatus;
  askedAt: Date;
  dueAt: Date | null;
  unread: number;
  /** Null: the society's own scheme. */
  programme: string | null;
}

interface QuestionListProps {
  questions: readonly ListedQuestion[];
  viewerIs: Role;
  timeZone: string;
  now: Date;
}

/** Questions before a proposal, each with where it stands; nothing where there is none. */
export function QuestionList({ questions, viewerIs, timeZone, now }: QuestionListProps) {
  if (questions.length === 0) return null;
  return (
    <section aria-labelledby="questions" className="grid gap-3">
      <h2 id="questions">Questions before a proposal</h2>
      <ul className="border-t border-rule">
        {questions.map(
          ({ conversationId, partnerId, partnerName, partnerPicture, status, askedAt, dueAt, unread, programme }) => (
            <li key={conversationId} className="max-w-none border-b border-rule">
              <article className="grid grid-cols-[auto_1fr] items-start gap-x-5 gap-y-2 py-5">
                <Portrait of={{ memberId: partnerId, name: partnerName, picture: partnerPicture }} size="small" />
                <div className="grid min-w-0 gap-1">
                  <h3 className="prose-plain">
                    <Link href={`/questions/${conversationId}`}>
                      {atStart(partnerName)}
                      {unread > 0 && ` (${unread} unread)`}
                    </Link>
                  </h3>
                  {programme && <p className="prose-plain text-soft">{programme}</p>}
                  <p>
                    <strong>{sayStatus(status, viewerIs)}</strong>
                    <span className="text-soft">
                      {" · "}
                      {status === "waiting" && dueAt ? (
                        <>
                          until <Time at={dueAt} now={now} timeZone={timeZone} />
                        </>
                      ) : (
                        <>
                          asked <Time at={askedAt} now={now} timeZone={timeZone} />
                        </>
                      )}
                    </span>
                  </p>
                </div>
              </article>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
