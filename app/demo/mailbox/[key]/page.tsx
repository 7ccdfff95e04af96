import { notFound } from "next/navigation";
import { Facts } from "@/components/ui/facts";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { env } from "@/lib/foundation/env";
import { methodOf } from "@/lib/notify/calendar/calendar";
import { getMailboxMail } from "@/lib/notify/mailbox/mailbox";
import { NOT_WRITTEN, sayMailStatus } from "@/lib/notify/mailbox/wording";
import { senderOf } from "@/lib/notify/outbox/mail";
import { readRequest } from "@/lib/people/auth/session";
import { readKey } from "./key";

/** One mail as it arrives: its headers, its HTML in a frame that can do nothing, and its plain text. */
export default async function MailPage({ params }: PageProps<"/demo/mailbox/[key]">) {
  if (!env().isDemonstration) notFound();
  const [{ settings, now, viewer }, key] = await Promise.all([readRequest(), readKey(params)]);
  const mail = await getMailboxMail(key);
  if (!mail) notFound();
  const { from, replyTo } = senderOf(env().MAIL_FROM, settings.society, settings.support);
  const timeZone = viewer?.timeZone ?? settings.society.timeZone;
  const subject = mail.subject ?? NOT_WRITTEN[mail.status];
  return (
    <Page settings={settings} title={subject} heading={subject} back={{ href: "/demo/mailbox", label: "Mailbox" }}>
      <Facts
        facts={[
          ["From", from],
          ["Replies go to", replyTo],
          ["To", `${mail.recipient}, ${mail.address}`],
          [
            sayMailStatus(mail.status),
            <Time key="at" at={mail.sentAt ?? mail.createdAt} now={now} timeZone={timeZone} as="date-time" />,
          ],
          [
            "Next attempt",
            mail.nextAttemptAt && <Time key="next" at={mail.nextAttemptAt} now={now} timeZone={timeZone} as="date-time" />,
          ],
          [mail.status === "overtaken" ? "Why it was not sent" : "What went wrong", mail.lastError],
          [
            "Attached",
            mail.calendar && (
              <a key="calendar" href={`/demo/mailbox/${encodeURIComponent(mail.key)}/meeting.ics`}>
                {`meeting.ics (${methodOf(mail.calendar)})`}
              </a>
            ),
          ],
          ...Object.entries(mail.headers).map(([name, value]): [string, string] => [name, value]),
        ]}
      />
      {mail.html && mail.text ? (
        <div className="grid items-start gap-8 full:grid-cols-[1.4fr_1fr]">
          <section aria-labelledby="html" className="grid gap-3">
            <h2 id="html">As an e-mail program shows it</h2>
            <iframe
              title={`The e-mail “${subject}”`}
              src={`/demo/mailbox/${encodeURIComponent(mail.key)}/html`}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              className="h-[52rem] w-full rounded-[0.5rem] border border-rule"
            />
          </section>
          <section aria-labelledby="text" className="grid gap-3">
            <h2 id="text">As plain text</h2>
            <pre className="rounded-[0.5rem] border border-rule bg-sheet p-4 text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">
              {mail.text}
            </pre>
          </section>
        </div>
      ) : (
        <Note>
          <p>We write an e-mail when we first try to send it. One that goes into a digest is written as part of the digest.</p>
        </Note>
      )}
    </Page>
  );
}
