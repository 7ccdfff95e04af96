import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { sayPlainDay } from "@/lib/foundation/day-range";
import { capital, listInWords, sayMonths, withArticle } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { findLastChange } from "@/lib/society/settings/queries";
import { SETTABLE_KINDS, sayKept } from "@/lib/society/settings/retention";
import { LIST_NAMES, type ListName, offered, type Settings } from "@/lib/society/settings/settings";
import { aboutList } from "@/lib/society/settings/wording";

export default async function SettingsPage({ searchParams }: PageProps<"/admin/settings">) {
  const viewer = await requireStaff("admin");
  const [{ settings, now }, { done }, last] = await Promise.all([readRequest(), searchParams, findLastChange()]);
  const { society, words } = settings;
  return (
    <Page
      settings={settings}
      heading="Settings"
      title="Settings"
      lede="Everything that is particular to your society. Changes take effect immediately, on every page and in every e-mail."
      done={done}
      isNarrow
    >
      <div className="grid gap-7">
        <Part href="society" heading="The society" change="Change names or time zone">
          <p>
            {society.product} is the mentoring platform of {society.name}. Its time zone is{" "}
            {society.timeZone.replaceAll("_", " ")}.
            {settings.signIn.moveUntil && ` Members may move to a new sign-in until ${sayPlainDay(settings.signIn.moveUntil)}.`}
          </p>
        </Part>
        <Part href="look" heading="Colours and logo" change="Change the colours">
          <p>
            The accent colour is {society.accent} in light mode and {society.accentOnDark} in dark mode.{" "}
            {society.logo ? "The society's logo is shown beside its name." : "There is no logo."}
          </p>
          <p>
            <Link href="/admin/settings/logo" className="inline-block py-1">
              {society.logo ? "Change or remove the logo" : "Add a logo"}
            </Link>
          </p>
        </Part>
        <Part href="words" heading="Words for the two roles" change="Change the words">
          <p>
            {capital(withArticle(words.mentor))} guides {withArticle(words.mentee)}; {words.mentors} guide {words.mentees}.
          </p>
        </Part>
        {LIST_NAMES.map((list) => (
          <List key={list} list={list} settings={settings} />
        ))}
        <Part href="/admin/questions" heading="Questions on profiles" change="Add or change your own questions">
          <p>Beside what every profile asks, members can answer questions of your own.</p>
        </Part>
        <Part href="/admin/mails" heading="Words of e-mails" change="Change what e-mails say">
          <p>You can put every e-mail to members into your own words, for everybody or for one programme.</p>
        </Part>
        <Part href="proposals" heading="Proposals" change="Change days or limit">
          <p>{sayProposals(settings)}</p>
        </Part>
        <Part href="relationships" heading="Relationships" change="Change length or limit">
          <p>
            A relationship lasts {sayMonths(settings.relationships.months)}. {capital(withArticle(words.mentee))} may have{" "}
            {count(settings.relationships.mentorsPerMentee, words.mentor, words.mentors)} at once.
          </p>
        </Part>
        <Part href="today" heading="Today" change="Change the days">
          <p>
            The page Today shows a relationship without a first conversation after{" "}
            {days(settings.today.firstConversationAfterDays)}, a proposal {days(settings.today.nearExpiryDays)} before it
            expires, and a relationship in which nothing has happened for {days(settings.today.quietAfterDays)}.
          </p>
        </Part>
        <Part href="board" heading="The society’s board" change="Change who is told">
          <p>{sayBoard(settings)}</p>
        </Part>
        <Part href="surveys" heading="Surveys" change="Change which surveys members are asked">
          <p>{saySurveys(settings)}</p>
        </Part>
        <Part href="privacy" heading="Privacy" change="Change how long things are kept, or search engines">
          <ul className="grid list-disc gap-1 pl-6 marker:text-soft">
            {SETTABLE_KINDS.map((kind) => (
              <li key={kind}>{sayKept(kind, settings.retention)}</li>
            ))}
          </ul>
          <p>
            {society.isFoundBySearch
              ? "Search engines may show the front page and the texts for everybody."
              : "Search engines are asked not to show this platform."}
          </p>
        </Part>
        <section className="grid gap-1.5 border-t border-rule pt-5">
          <h2>Connections</h2>
          <p>Other systems of the society, such as its membership system, can read numbers and dates here.</p>
          <p>
            <Link href="/admin/webhooks" className="inline-block py-1">
              Connect other systems
            </Link>
          </p>
        </section>
        <Part href="contact" heading="Help and links" change="Change help and links">
          <p>{sayHelp(settings)}</p>
          <p>{sayLinks(settings)}</p>
        </Part>
      </div>
      {last && (
        <p className="text-soft">
          Last changed by {last.by} on <Time at={last.at} now={now} timeZone={viewer.timeZone} as="date-time" />.
        </p>
      )}
    </Page>
  );
}

function Part({ href, heading, change, children }: { href: string; heading: string; change: string; children: ReactNode }) {
  return (
    <section className="grid gap-1.5 border-t border-rule pt-5">
      <h2>{heading}</h2>
      {children}
      <p>
        <Link href={href.startsWith("/") ? href : `/admin/settings/${href}`} className="inline-block py-1">
          {change}
        </Link>
      </p>
    </section>
  );
}

function List({ list, settings }: { list: ListName; settings: Settings }) {
  const { name } = aboutList(list, settings);
  const labels = offered(settings[list]).map(({ label }) => label);
  const retired = settings[list].length - labels.length;
  return (
    <Part href={`lists/${list}`} heading={name} change={`Change ${name.toLocaleLowerCase("en-GB")}`}>
      <p>
        Offered: {listInWords(labels)}.{retired > 0 && ` Retired: ${retired}.`}
      </p>
    </Part>
  );
}

function sayProposals({ proposals, words }: Settings): string {
  const { remindAfterDays, expireAfterDays, openPerMentee } = proposals;
  const reminded =
    remindAfterDays.length > 0
      ? `${capital(withArticle(words.mentor))} is reminded after ${listInWords(remindAfterDays.map(String))} ${remindAfterDays.at(-1) === 1 ? "day" : "days"}, and the proposal expires after ${days(expireAfterDays)}.`
      : `Nobody is reminded, and a proposal expires after ${days(expireAfterDays)}.`;
  return `${reminded} ${capital(withArticle(words.mentee))} may have ${count(openPerMentee, "proposal", "proposals")} waiting at once.`;
}

function sayBoard({ board: { readers, day } }: Settings): string {
  if (readers.length === 0) return "Nobody is told when a month’s numbers are there.";
  return `${count(readers.length, "member of staff is", "members of staff are")} told on day ${day} of each month that last month’s numbers are there.`;
}

function sayHelp({ support: { email, phone } }: Settings): string {
  if (!email && !phone) return "No e-mail address or phone number for help is set.";
  return `Help comes from ${listInWords([email, phone].filter((way) => way !== null))}.`;
}

function sayLinks({ society: { websiteUrl, accountUrl, renewUrl, cpdUrl } }: Settings): string {
  const known = [
    websiteUrl && `the website is ${websiteUrl}`,
    accountUrl && `details can be changed at ${accountUrl}`,
    renewUrl && `memberships can be renewed at ${renewUrl}`,
    cpdUrl && `the rules for professional development are at ${cpdUrl}`,
  ].filter((link) => link !== null);
  return known.length === 0 ? "There are no links to the society's own pages." : `${capital(listInWords(known))}.`;
}

function days(number: number): string {
  return count(number, "day", "days");
}

function count(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`;
}

function saySurveys({ surveys }: Settings): string {
  const asked = [
    ...(surveys.meeting ? ["after a meeting"] : []),
    ...(surveys.pulse ? [`from day ${surveys.pulseOnDay} and every ${surveys.pulseEveryDays} days`] : []),
    ...(surveys.closing ? ["at the end"] : []),
  ];
  return asked.length === 0
    ? "Members are not asked how their mentoring goes."
    : `Members are asked how their mentoring goes: ${listInWords(asked)}.`;
}
