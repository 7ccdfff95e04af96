import { redirect } from "next/navigation";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { onTheWay, readDestination } from "@/lib/foundation/destination";
import { readBegun } from "@/lib/people/auth/asked";
import { FACTS, type Fact } from "@/lib/people/auth/claims";
import { readRequest } from "@/lib/people/auth/session";
import { isTheirsToChange, missingInWords } from "@/lib/people/auth/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { supportLink } from "@/lib/society/settings/support-link";
import { titleAround, WayIn } from "../way-in";

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const [{ viewer, departed, settings }, { refused, error, done, to, missing }] = await Promise.all([
    readRequest(),
    searchParams,
  ]);
  // next-auth says `error` when the society's sign-in did not go as it should.
  const reason = error === undefined ? refused : "failed";
  const refusal = typeof reason === "string" ? refusalOf(reason, settings, readMissing(missing)) : null;
  // The society sends nobody back with more than its own answer; the page asked for is in a cookie then.
  const destination = readDestination(to) ?? (refusal && (await readBegun()));
  if (viewer && !refusal) redirect(destination ?? "/");
  if (departed && !refusal) redirect(onTheWay("/come-back", destination));
  const title = refusal ? titleOfRefusal(refusal) : "Sign in";
  return (
    <Page
      settings={settings}
      {...titleAround(title)}
      heading={refusal?.heading ?? `Sign in to ${settings.society.product}`}
      done={done}
      isNarrow
    >
      {refusal && (
        <Note>
          <p>{refusal.what}</p>
          {refusal.link && (
            <p>
              <LinkButton kind="quiet" href={refusal.link.href}>
                {refusal.link.label}
              </LinkButton>
            </p>
          )}
        </Note>
      )}
      <WayIn settings={settings} title={title} to={destination} />
    </Page>
  );
}

function titleOfRefusal({ heading, isNoError }: SignInRefusal): string {
  return isNoError ? heading : `Error: ${heading}`;
}

interface SignInRefusal {
  heading: string;
  isNoError?: boolean;
  what: string;
  link?: { href: string; label: string };
}

/** Why nobody could be let in, and what they can do about it. */
function refusalOf(reason: string, settings: Settings, missing: readonly Fact[]): SignInRefusal | null {
  const { society } = settings;
  const help = supportLink(settings);
  const ask = help ? { href: help, label: "Ask the society for help" } : undefined;
  const change = society.accountUrl ? { href: society.accountUrl, label: "Go to your membership details" } : ask;
  const renew = society.renewUrl ? { href: society.renewUrl, label: "Renew your membership" } : ask;
  const refusals: Record<string, SignInRefusal> = {
    lapsed: {
      heading: "Your membership has lapsed",
      what: `${society.product} is for current members. Renew your membership, then sign in again: everything you had here is waiting for you.`,
      link: renew,
    },
    suspended: {
      heading: "Your account is suspended",
      what: "Staff of the society have suspended this account. Please get in touch with them to find out why and what happens next.",
      link: ask,
    },
    waiting: {
      heading: "Your account is waiting for the society’s approval",
      isNoError: true,
      what: "Your e-mail address is confirmed. We could not match it to your membership number in the society’s register, so staff will check your account first. You can sign in as soon as they have approved it.",
      link: ask,
    },
    number: {
      heading: "Your membership number belongs to another account",
      what: "Somebody has already joined with this membership number. Please ask the society to put it right.",
      link: ask,
    },
    unlisted: {
      heading: "The register does not have your membership number",
      what: "The society’s sign-in told us your membership number, but we could not find it in the register of members, so we do not know whether your membership is current. Please ask the society to put it right: there is nothing you need to change yourself.",
      link: ask,
    },
    incomplete: {
      heading: "The society’s sign-in left something out",
      what: missingInWords(missing),
      link: missing.every(isTheirsToChange) ? change : ask,
    },
    failed: {
      heading: "Signing in did not work",
      what: "We could not finish signing you in at the society. Nothing is lost: please try again. If it keeps happening, ask for help.",
      link: ask,
    },
  };
  return Object.hasOwn(refusals, reason) ? (refusals[reason] ?? null) : null;
}

/** Which of them our own address says; anybody can have written it. */
function readMissing(missing: unknown): Fact[] {
  const words = typeof missing === "string" ? missing.split(" ") : [];
  return FACTS.filter((fact) => words.includes(fact));
}
