import { notFound } from "next/navigation";
import { NumberField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Message } from "@/components/ui/message";
import { Page, titleOf } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { findLastRun } from "@/lib/foundation/deadlines/runs";
import { env } from "@/lib/foundation/env";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { moveClock } from "./actions";

/** The demonstration's time machine, for staff. */
export default async function ClockPage({ searchParams }: PageProps<"/demo/clock">) {
  if (!env().isDemonstration) notFound();
  const viewer = await requireStaff();
  const [{ settings, now }, done, lastRun] = await Promise.all([readRequest(), searchParams, findLastRun()]);
  const { timeZone } = viewer;
  return (
    <Page
      settings={settings}
      isNarrow
      heading="Clock"
      lede="Move the clock forward and see what happens by itself: reminders, expiry, and the e-mails about them."
    >
      {done.days !== undefined && <Message kind="done" sentence={whatHappened(done)} />}
      <p>
        The product’s clock shows{" "}
        <strong>
          <Time at={now} now={now} timeZone={timeZone} as="date-time" />
        </strong>
        .
        {lastRun && (
          <>
            {" "}
            The last sweep ran on <Time at={lastRun.startedAt} now={now} timeZone={timeZone} as="date-time" />.
          </>
        )}
      </p>
      <Form action={moveClock} submit="Move the clock forward" title={titleOf("Clock", settings)}>
        <NumberField
          name="days"
          label="How many days?"
          hint="A sweep runs for each day. You cannot move the clock back."
          initial={1}
          unit="days"
        />
      </Form>
      <p>
        All e-mails arrive in the <Link href="/demo/mailbox">mailbox</Link>.
      </p>
    </Page>
  );
}

type Search = Record<string, string | string[] | undefined>;

function whatHappened(done: Search): string {
  const count = (name: string) => Number(done[name]) || 0;
  const days = count("days") === 1 ? "One day has passed" : `${count("days")} days have passed`;
  const reminders = count("reminded") === 1 ? "one reminder" : `${count("reminded")} reminders`;
  const expired = count("expired") === 1 ? "one proposal expired" : `${count("expired")} proposals expired`;
  const mails = count("mails") === 1 ? "one e-mail was sent" : `${count("mails")} e-mails were sent`;
  return `${days}: ${reminders}, ${expired}, ${mails}.`;
}
