import { redirect } from "next/navigation";
import { SignInPanel } from "@/components/sign-in-panel";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { readRequest } from "@/lib/auth/session";
import { env } from "@/lib/env";
import type { Settings } from "@/lib/settings/settings";
import { supportLink } from "@/lib/wording";
import { signInAtSociety } from "./actions";

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const [{ viewer, departed, settings }, { refused, error }] = await Promise.all([readRequest(), searchParams]);
  // next-auth says `error` when the society's sign-in did not go as it should.
  const reason = error === undefined ? refused : "failed";
  const refusal = typeof reason === "string" ? refusalOf(reason, settings) : null;
  if (viewer && !refusal) redirect("/");
  if (departed && !refusal) redirect("/come-back");
  return (
    <Page
      settings={settings}
      title={refusal ? `Error: ${refusal.heading}` : "Sign in"}
      heading={refusal?.heading ?? `Sign in to ${settings.society.product}`}
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
      <SignInPanel settings={settings} signIn={signInAtSociety} isDemonstration={env().isDemonstration} />
    </Page>
  );
}

interface SignInRefusal {
  heading: string;
  what: string;
  link?: { href: string; label: string };
}

/** Why nobody could be let in, and what they can do about it. */
function refusalOf(reason: string, settings: Settings): SignInRefusal | null {
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
    number: {
      heading: "Your membership number belongs to another account",
      what: "Somebody has already joined with this membership number. Please ask the society to put it right.",
      link: ask,
    },
    incomplete: {
      heading: "Something is missing from your membership details",
      what: "The society did not tell us your name, e-mail address or membership number. Please complete your details there, then sign in again.",
      link: change,
    },
    failed: {
      heading: "Signing in did not work",
      what: "We could not finish signing you in at the society. Nothing is lost: please try again. If it keeps happening, ask for help.",
      link: ask,
    },
  };
  return Object.hasOwn(refusals, reason) ? (refusals[reason] ?? null) : null;
}
