import { redirect } from "next/navigation";
import { chooseAccount } from "@/app/actions";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { readDestination, roleIn } from "@/lib/foundation/destination";
import type { Role } from "@/lib/foundation/viewer";
import { withArticle } from "@/lib/foundation/wording";
import { readRequest, requireSignedIn } from "@/lib/people/auth/session";
import type { Settings } from "@/lib/society/settings/settings";

/** Shown after signing in with both roles, and before a page of the role in which the viewer is not acting now. */
export default async function ChooseAccountPage({ searchParams }: PageProps<"/choose-account">) {
  const viewer = await requireSignedIn();
  const [{ settings }, { done, to }] = await Promise.all([readRequest(), searchParams]);
  const destination = readDestination(to);
  if (!viewer.isMentor || !viewer.isMentee) redirect(destination ?? "/");
  const { words } = settings;
  const addressee = roleIn(destination);
  if (destination && addressee && viewer.activeRole) {
    if (addressee === viewer.activeRole) redirect(destination);
    return <Switch role={addressee} to={destination} settings={settings} />;
  }
  return (
    <Page
      settings={settings}
      title="Choose your account"
      heading="Which account would you like to use?"
      lede={
        addressee
          ? `To open that page, choose ${words[addressee]}. You can switch at any time.`
          : "You can switch at any time, at the top of every page."
      }
      done={done}
      isNarrow
    >
      <div className="grid gap-5 wide:grid-cols-2">
        {inOrder(addressee).map((role) => (
          <section
            key={role}
            aria-labelledby={role}
            className="grid content-start gap-3 rounded-[0.5rem] border border-rule bg-sheet p-6"
          >
            <h2 id={role}>As {withArticle(words[role])}</h2>
            <p className="text-soft">
              {role === "mentee"
                ? `Find ${withArticle(words.mentor)}, and follow the proposals you have sent.`
                : `Answer proposals from ${words.mentees}, and support the ones you already have.`}
            </p>
            <Form action={chooseAccount} submit={`Continue as ${withArticle(words[role])}`} className="mt-2">
              <Choice role={role} to={destination} />
            </Form>
          </section>
        ))}
      </div>
    </Page>
  );
}

interface SwitchProps {
  role: Role;
  to: string;
  settings: Settings;
}

/** The page exists for the viewer's other role. */
function Switch({ role, to, settings }: SwitchProps) {
  const { words } = settings;
  const heading = `Switch to ${words[role]} to open this page`;
  return (
    <Page
      settings={settings}
      heading={heading}
      lede={`At the moment you are signed in as ${withArticle(words[role === "mentor" ? "mentee" : "mentor"])}.`}
      isNarrow
    >
      <Form
        action={chooseAccount}
        submit={`Switch to ${words[role]} and open it`}
        title={titleOf(heading, settings)}
        aside={
          <LinkButton href="/" kind="plain">
            Go to Home instead
          </LinkButton>
        }
      >
        <Choice role={role} to={to} />
      </Form>
    </Page>
  );
}

function Choice({ role, to }: { role: Role; to: string | null }) {
  return (
    <>
      <input type="hidden" name="role" value={role} />
      {to && <input type="hidden" name="to" value={to} />}
    </>
  );
}

/** The role that the page belongs to comes first. */
function inOrder(addressee: Role | null): Role[] {
  return addressee === "mentor" ? ["mentor", "mentee"] : ["mentee", "mentor"];
}
