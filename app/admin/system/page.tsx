import type { ReactNode } from "react";
import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { NOTICES } from "@/lib/entrypoints/notices";
import { countedSteps } from "@/lib/entrypoints/sweep-steps";
import { capital } from "@/lib/foundation/wording";
import { listUnfit } from "@/lib/notify/mail-words/fit";
import { findPublished } from "@/lib/notify/mail-words/queries";
import { sayUnfit } from "@/lib/notify/mail-words/wording";
import { sayMailKind } from "@/lib/notify/mailbox/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { readSetup, readSystem } from "@/lib/staff/health/queries";
import { findFaults, MOST_FINDINGS, pendingMigrations, type Setup, type SystemFacts } from "@/lib/staff/health/system";
import { listWarnings, sayBacklog, sayBytes, sayCounts, sayFault, sayFinding } from "@/lib/staff/health/wording";

export default async function SystemPage() {
  const viewer = await requireStaff();
  const { settings, now } = await readRequest();
  const [system, setup] = await Promise.all([readSystem(countedSteps, { moment: readRequest }), readSetup(now)]);
  const facts = system?.facts ?? null;
  const faults = findFaults(facts, setup, now);
  const unfit = facts ? listUnfit(NOTICES, await findPublished(null)) : [];
  const sayKind = (kind: string) => sayUnfit(sayMailKind(NOTICES, kind));
  const warnings = listWarnings(setup, settings, unfit.map(sayKind));
  const when = { now, timeZone: viewer.timeZone };
  return (
    <Page
      settings={settings}
      heading="System"
      title="System"
      lede={faults.length === 0 ? "All is well." : "Something is wrong."}
      isNarrow
    >
      {faults.length > 0 && (
        <Note>
          {faults.map((fault) => (
            <p key={fault}>{sayFault(fault)}</p>
          ))}
        </Note>
      )}
      {facts && <Work facts={facts} when={when} />}
      {facts && <Findings facts={facts} when={when} />}
      <Part heading="Warnings">
        {warnings.length === 0 ? (
          <p>The settings and the environment are complete and safe.</p>
        ) : (
          <ul className="grid list-disc gap-1.5 pl-5">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        )}
      </Part>
      <Part heading="Set-up">
        <Facts facts={[...sayDatabase(facts, setup), ...saySetup(setup)]} />
        {/* If the database hangs, so does this page, but /api/health does not. */}
        <p className="text-soft">
          A monitor can ask <code>/api/health</code> whether all is well. With the CRON_SECRET as a bearer token, it gets all
          the details on this page.
        </p>
      </Part>
    </Page>
  );
}

interface When {
  now: Date;
  timeZone: string;
}

function Work({ facts: { lastSweep, backlog, mail }, when }: { facts: SystemFacts; when: When }) {
  const overdue = backlog.filter((one) => one.overdue > 0);
  const oldest = [mail.triedSince, mail.untriedSince].filter((at) => at !== null);
  return (
    <Part heading="Scheduled jobs">
      <p>
        {lastSweep ? (
          <>
            The last sweep began on <Time at={lastSweep.startedAt} {...when} as="date-time" /> and took{" "}
            {seconds(lastSweep.startedAt, lastSweep.finishedAt)}: {sayCounts(lastSweep.counts)}.
          </>
        ) : (
          "No sweep has run yet."
        )}
      </p>
      {overdue.length === 0 ? (
        <p>Everything that was due has been done.</p>
      ) : (
        <ul className="grid list-disc gap-1 pl-5">
          {overdue.map((one) => (
            <li key={one.of}>
              {capital(sayBacklog(one))} left for the next sweep
              {one.since && (
                <>
                  , the oldest since <Time at={one.since} {...when} as="date-time" />
                </>
              )}
              .
            </li>
          ))}
        </ul>
      )}
      <p>
        {mail.waiting === 0
          ? "No e-mails are waiting. "
          : `${mail.waiting} ${mail.waiting === 1 ? "e-mail is" : "e-mails are"} waiting. `}
        {oldest.length > 0 && (
          <>
            The oldest overdue one has been waiting since{" "}
            <Time at={new Date(Math.min(...oldest.map(Number)))} {...when} as="date-time" />.{" "}
          </>
        )}
        {mail.failed === 0 ? "None have failed for good." : <Link href="/admin/mail">{mail.failed} failed for good</Link>}
      </p>
    </Part>
  );
}

function Findings({ facts: { findings }, when }: { facts: SystemFacts; when: When }) {
  return (
    <Part heading="Findings of the nightly job">
      {findings.length === 0 ? <p>No inconsistencies found.</p> : null}
      <ul className="grid gap-3 empty:hidden">
        {findings.slice(0, MOST_FINDINGS).map(({ key, kind, subjectId, detail, foundAt }) => (
          <li key={key}>
            {sayFinding(kind)} Found on <Time at={foundAt} {...when} as="date-time" />.
            {/* The detail of a failed sweep is a whole defect, which only belongs in the log. */}
            {kind !== "sweep-failed" && <span className="block text-soft">{detail}</span>}
            {subjectId && <span className="block break-all text-soft">{subjectId}</span>}
          </li>
        ))}
      </ul>
      {findings.length > MOST_FINDINGS && <p>There are more. These are the newest {MOST_FINDINGS}.</p>}
    </Part>
  );
}

function Part({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="grid gap-3 border-t border-rule pt-5">
      <h2>{heading}</h2>
      {children}
    </section>
  );
}

function sayDatabase(facts: SystemFacts | null, setup: Setup): [string, string][] {
  if (!facts) return [];
  const { database } = facts;
  const pending = pendingMigrations(facts, setup);
  const migrations = [
    `${database.applied.length} applied`,
    pending.length > 0 && `pending: ${pending.join(", ")}`,
    database.failed.length > 0 && `failed: ${database.failed.join(", ")}`,
  ];
  return [
    ["Database", `PostgreSQL ${database.version}, ${sayBytes(database.bytes)}`],
    ["Migrations", migrations.filter(Boolean).join("; ")],
  ];
}

function saySetup(setup: Setup): [string, string][] {
  const { signIn, scheduler, wordsKeys, isDemonstration } = setup;
  const [current = "", ...older] = wordsKeys;
  return [
    ["Version", setup.commit ? `${setup.version} (${setup.commit.slice(0, 12)})` : setup.version],
    ["Installation", isDemonstration ? "The demonstration" : `The platform at ${setup.appUrl}`],
    ["Sign-in", signIn === "federated" ? "With the society's own account" : "With a password on this platform"],
    ["Mail", sayMail(setup)],
    ["Scheduler", scheduler === "internal" ? "In this process, every five minutes" : "External, with the CRON_SECRET"],
    [
      "Encryption keys for what members write",
      older.length > 0 ? `${current} encrypts; ${older.join(", ")} can only decrypt` : current,
    ],
  ];
}

function sayMail({ mailTransport, mailFrom }: Setup): string {
  if (mailTransport === "capture") return "Stored here, sent to nobody";
  return `Sent by ${mailTransport === "resend" ? "Resend" : "the society's mail server"}, from ${mailFrom}`;
}

function seconds(from: Date, to: Date): string {
  const taken = (to.getTime() - from.getTime()) / 1000;
  return taken < 1 ? "less than a second" : `${taken.toLocaleString("en-GB", { maximumFractionDigits: 1 })} seconds`;
}
