import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { listLetters } from "@/lib/staff/letters/queries";
import { STATUS_LABELS, sayTo } from "@/lib/staff/letters/wording";

/** What staff have written to members, and their drafts. */
export default async function LettersPage({ searchParams }: PageProps<"/admin/letters">) {
  const viewer = await requireStaff("letters");
  const [{ settings, now }, { after, done }] = await Promise.all([readRequest(), searchParams]);
  const { letters, next } = await listLetters(viewer, typeof after === "string" ? after : undefined);
  const when = { now, timeZone: viewer.timeZone };
  return (
    <Page
      settings={settings}
      title="Letters to members"
      heading="Letters to members"
      lede="To one member, to everybody on a list of members, or to both partners of a list of relationships."
      back={viewer.staff === "none" ? { href: "/admin/members", label: "Members" } : { href: "/admin/mail", label: "Mail" }}
      done={done}
    >
      {letters.length === 0 ? (
        <EmptyState heading="No letters yet" action={<LinkButton href="/admin/members">Choose members</LinkButton>}>
          <p>
            Filter the members or the relationships, and write to all of them from the end of the list. Or write to one member
            from their page.
          </p>
        </EmptyState>
      ) : (
        <div>
          <Table
            caption="Letters"
            columns={["Subject", "To", "State", "Changed", "By"].map((label) => ({ label }))}
            rows={letters.map((letter) => ({
              key: letter.id,
              cells: [
                <Link key="subject" href={`/admin/letters/${letter.id}`} className="inline-block min-w-48 py-0.5 wrap-anywhere">
                  {letter.subject}
                </Link>,
                sayTo(letter, settings),
                STATUS_LABELS[letter.status],
                <Time key="changed" {...when} at={letter.changedAt} as="date-time" />,
                letter.authorName ?? "A colleague",
              ],
            }))}
          />
          <Pagination
            of="letters"
            previous={after ? "/admin/letters" : null}
            previousLabel="Back to the first page"
            next={next && `/admin/letters?after=${encodeURIComponent(next)}`}
          />
        </div>
      )}
    </Page>
  );
}
