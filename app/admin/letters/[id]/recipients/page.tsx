import { notFound } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { atStart } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { isOutcome } from "@/lib/staff/letters/letter";
import { findLetter, listRecipients } from "@/lib/staff/letters/queries";
import { OUTCOME_LABELS } from "@/lib/staff/letters/wording";

/** The names behind a number of a letter's report. */
export default async function RecipientsPage({ params, searchParams }: PageProps<"/admin/letters/[id]/recipients">) {
  const viewer = await requireStaff("letters");
  const [{ settings }, { id }, { of, after }] = await Promise.all([readRequest(), params, searchParams]);
  const letter = await findLetter(viewer, id);
  if (!letter) notFound();
  const outcome = isOutcome(of) ? of : "sent";
  const { recipients, next } = await listRecipients(viewer, id, outcome, typeof after === "string" ? after : null);
  const here = `/admin/letters/${id}/recipients?of=${outcome}`;
  return (
    <Page
      settings={settings}
      title={OUTCOME_LABELS[outcome]}
      heading={OUTCOME_LABELS[outcome]}
      back={{ href: `/admin/letters/${id}`, label: letter.subject }}
      isNarrow
    >
      {recipients.length === 0 ? (
        <EmptyState heading="Nobody">
          <p>This is so of none of its recipients.</p>
        </EmptyState>
      ) : (
        <div>
          <ul className="border-b border-rule">
            {recipients.map(({ memberId, pairId, name, number, partnerName }) => (
              <li key={`${memberId} ${pairId}`} className="border-t border-rule py-2.5">
                <Link href={`/admin/members/${memberId}`} className="inline-block py-0.5">
                  {atStart(name)}
                </Link>
                , {number}
                {partnerName && `, whose partner is ${partnerName}`}
              </li>
            ))}
          </ul>
          <Pagination
            of="members"
            previous={after ? here : null}
            previousLabel="Back to the first page"
            next={next && `${here}&after=${next}`}
          />
        </div>
      )}
    </Page>
  );
}
