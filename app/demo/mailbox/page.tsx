import { notFound } from "next/navigation";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { SearchForm } from "@/components/ui/search-form";
import { Time } from "@/components/ui/time";
import { env } from "@/lib/foundation/env";
import { listMailbox, type MailboxItem } from "@/lib/notify/mailbox/mailbox";
import { NOT_WRITTEN, sayMailStatus } from "@/lib/notify/mailbox/wording";
import { readRequest } from "@/lib/people/auth/session";

/** Everybody's mail, open to everybody: it exists in the demonstration alone, where nobody is real. */
export default async function MailboxPage({ searchParams }: PageProps<"/demo/mailbox">) {
  if (!env().isDemonstration) notFound();
  const [{ settings, now, viewer }, { to, before }] = await Promise.all([readRequest(), searchParams]);
  const recipient = typeof to === "string" ? to : "";
  const cursor = typeof before === "string" ? before : null;
  const { mails, older } = await listMailbox(recipient, cursor);
  const timeZone = viewer?.timeZone ?? settings.society.timeZone;
  const filter = recipient ? `to=${encodeURIComponent(recipient)}&` : "";
  return (
    <Page
      settings={settings}
      title="Mailbox"
      heading="Mailbox"
      lede="Every e-mail of this demonstration, as it would arrive. None of them leaves this machine."
    >
      <SearchForm href="/demo/mailbox" className="flex flex-wrap items-end gap-3">
        <div className="grid gap-1.5">
          <label htmlFor="to" className="font-[650]">
            To (a part of the name or address)
          </label>
          <input
            id="to"
            name="to"
            type="search"
            defaultValue={recipient}
            autoComplete="off"
            className="min-h-11 w-full rounded-[0.3rem] border-[1.5px] border-soft bg-sheet px-[0.7rem] py-[0.55rem] text-ink"
          />
        </div>
        <Button kind="quiet">Show</Button>
      </SearchForm>
      {mails.length > 0 ? (
        <div>
          <ul className="border-t border-rule">
            {mails.map((mail) => (
              <MailLine key={mail.key} mail={mail} now={now} timeZone={timeZone} />
            ))}
          </ul>
          <Pagination
            of="mails"
            previous={cursor ? `/demo/mailbox?${filter}` : null}
            previousLabel="Back to the newest"
            next={older && `/demo/mailbox?${filter}before=${encodeURIComponent(older)}`}
          />
        </div>
      ) : (
        <Nothing recipient={recipient} />
      )}
    </Page>
  );
}

function MailLine({ mail, now, timeZone }: { mail: MailboxItem; now: Date; timeZone: string }) {
  return (
    <li className="grid max-w-none gap-0.5 border-b border-rule py-4">
      <p>
        <Link href={`/demo/mailbox/${encodeURIComponent(mail.key)}`} className="inline-block py-0.5 font-[650]">
          {mail.subject ?? NOT_WRITTEN[mail.status]}
        </Link>
      </p>
      <p className="text-soft">
        To {mail.recipient}, {mail.address}
      </p>
      <p className="text-[0.92rem] text-soft">
        {sayMailStatus(mail.status)} <Time at={mail.sentAt ?? mail.createdAt} now={now} timeZone={timeZone} as="date-time" />
      </p>
    </li>
  );
}

function Nothing({ recipient }: { recipient: string }) {
  if (recipient) {
    return (
      <EmptyState heading="No e-mails to anybody with that name" action={<Link href="/demo/mailbox">Show all e-mails</Link>}>
        <p>Try a part of the name, or of the e-mail address.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState heading="No e-mails yet" action={<Link href="/">Go to Home</Link>}>
      <p>Send or answer a proposal, and the e-mail about it appears here within moments.</p>
    </EmptyState>
  );
}
