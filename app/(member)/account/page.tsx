import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { noteArrival } from "@/lib/entrypoints/arrival";
import { env } from "@/lib/foundation/env";
import { capital, listInWords, withArticle } from "@/lib/foundation/wording";
import { findOwnAccount } from "@/lib/pairing/edit-account/queries";
import { listOffered } from "@/lib/pairing/joining/queries";
import { readRequest, requireViewer } from "@/lib/people/auth/session";
import { ProgrammesLink } from "../programmes/programmes-link";
import { Availability } from "./availability";
import { AvoidedLink } from "./avoided-link";
import { BlockedLink } from "./blocked-link";
import { Credentials } from "./credentials/credentials";
import { Mails } from "./mails";
import { OwnData } from "./own-data";
import { Roles } from "./roles";
import { Sessions } from "./sessions";
import { TimeZone } from "./time-zone";

export default async function AccountPage({ searchParams }: PageProps<"/account">) {
  const viewer = await requireViewer();
  const [{ settings, now, hasProgrammes }, { done }] = await Promise.all([readRequest(), searchParams]);
  await noteArrival();
  const [account, offered] = await Promise.all([findOwnAccount(viewer, now), hasProgrammes ? listOffered(viewer, now) : []]);
  const { society, words } = settings;
  const isLocal = env().SIGN_IN === "local";
  const roles = [viewer.isMentee && words.mentee, viewer.isMentor && words.mentor];
  const held = roles.filter((role) => role !== false);
  return (
    <Page settings={settings} title="Edit Account" heading="Edit Account" done={done}>
      <div className="grid grid-cols-1 gap-10 full:grid-cols-2 full:gap-14">
        <section aria-labelledby="details" className="grid content-start gap-5 border-t border-rule pt-6">
          <h2 id="details">Your details</h2>
          <Facts
            facts={[
              ["Name", viewer.name],
              ["E-mail", viewer.email],
              ["Membership number", viewer.number],
              ["Signed in as", capital(held.length > 0 ? listInWords(held) : "staff of the society")],
            ]}
          />
          {isLocal || (
            <p className="text-soft">
              The society keeps your name, e-mail address and password.{" "}
              {society.accountUrl ? (
                <>
                  <a href={society.accountUrl}>Change them in your membership details</a>. We pick up the changes when you next
                  sign in.
                </>
              ) : (
                "Change them there. We pick up the changes when you next sign in."
              )}
            </p>
          )}
          {viewer.activeRole && (
            <p>
              <Link href="/profile" className="py-1">
                Edit your profile as {withArticle(words[viewer.activeRole])}
              </Link>
            </p>
          )}
        </section>
        <div className="grid grid-cols-1 content-start gap-10">
          <Roles viewer={viewer} settings={settings} now={now} />
          {isLocal && <Credentials settings={settings} />}
        </div>
        <div className="grid grid-cols-1 content-start gap-10">
          {viewer.isMentor && <Availability viewer={viewer} account={account} settings={settings} now={now} />}
          <Mails viewer={viewer} choices={account.mailChoices} settings={settings} />
        </div>
        <div className="grid grid-cols-1 content-start gap-10">
          <TimeZone viewer={viewer} settings={settings} now={now} />
          {offered.length > 0 && <ProgrammesLink />}
          <BlockedLink count={account.blocked} />
          <AvoidedLink viewer={viewer} />
          <Sessions />
          <OwnData settings={settings} />
          <section aria-labelledby="leaving" className="grid content-start gap-5 border-t border-rule pt-6">
            <h2 id="leaving">Leaving {society.product}</h2>
            <p>
              We first show you what this would mean and ask you to confirm. Your membership of the society does not change.
            </p>
            <p>
              <LinkButton href="/account/delete" kind="danger">
                Delete Account
              </LinkButton>
            </p>
          </section>
        </div>
      </div>
    </Page>
  );
}
