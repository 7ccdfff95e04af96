import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { TickOne } from "@/components/ui/tick-one";
import { Time } from "@/components/ui/time";
import { NOTICES } from "@/lib/entrypoints/notices";
import type { MailRow } from "@/lib/notify/mailbox/queries";
import { BLOCK_LABELS, PROVIDER_LABELS, sayMailKind, sayMailStatus } from "@/lib/notify/mailbox/wording";

interface MailTableProps {
  mails: readonly MailRow[];
  now: Date;
  timeZone: string;
  /** Failed ones have a box to tick. */
  canSendAgain: boolean;
}

/** E-mails with their recipient, kind and status. */
export function MailTable({ mails, now, timeZone, canSendAgain }: MailTableProps) {
  const time = (at: Date) => <Time at={at} now={now} timeZone={timeZone} as="date-time" />;
  return (
    <Table
      caption="E-mails, newest first"
      columns={[
        { label: "To" },
        { label: "Kind" },
        { label: "Status" },
        { label: "Attempts", isNumber: true },
        ...(canSendAgain ? [{ label: "Again" }] : []),
      ]}
      rows={mails.map((mail) => ({
        key: mail.key,
        cells: [
          <To key="to" mail={mail} />,
          sayMailKind(NOTICES, mail.kind),
          <State key="state" mail={mail} time={time} />,
          String(mail.attempts),
          ...(canSendAgain
            ? [mail.status === "failed" && <TickOne key="tick" name="key" value={mail.key} label={labelOf(mail)} />]
            : []),
        ],
      }))}
    />
  );
}

function To({ mail: { name, number, block, memberId } }: { mail: MailRow }) {
  if (name === null) return "A former member";
  return (
    <>
      <span className="block">{name}</span>
      <span className="block text-soft">{number}</span>
      {block && (
        <span className="block">
          {BLOCK_LABELS[block]}. <Link href={`/admin/mail/blocks/${memberId}`}>Allow e-mail again</Link>
        </span>
      )}
    </>
  );
}

function State({ mail, time }: { mail: MailRow; time: (at: Date) => React.ReactNode }) {
  const { status, createdAt, sentAt, lastError, providerState, providerAt, providerReason } = mail;
  const since = status === "sent" ? (sentAt ?? createdAt) : createdAt;
  return (
    <>
      <span className="block">
        {sayMailStatus(status)} {time(since)}
      </span>
      {lastError && <span className="block max-w-[28rem] break-words text-soft">{lastError}</span>}
      {providerState && providerAt && (
        <span className={`block ${providerState === "delivered" ? "" : "font-semibold"}`}>
          {PROVIDER_LABELS[providerState]} {time(providerAt)}
        </span>
      )}
      {providerReason && <span className="block max-w-[28rem] break-words text-soft">{providerReason}</span>}
    </>
  );
}

function labelOf({ name, kind }: MailRow): string {
  return `Send “${sayMailKind(NOTICES, kind)}” to ${name ?? "a former member"} again`;
}
