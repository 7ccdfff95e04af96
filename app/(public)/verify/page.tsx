import type { Metadata } from "next";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Page, titleOf } from "@/components/ui/page";
import { withArticle } from "@/lib/foundation/wording";
import { findNewEmail } from "@/lib/people/auth/local/changing";
import { CONFIRM_WITHIN_HOURS, findRegistration } from "@/lib/people/auth/local/registering";
import { PASSWORD_HINT } from "@/lib/people/auth/local/wording";
import { readRequest } from "@/lib/people/auth/session";
import type { Settings } from "@/lib/society/settings/settings";
import { supportLink } from "@/lib/society/settings/support-link";
import { requireLocalAccounts } from "../way-in";
import { confirmNewEmail, confirmRegistration, sendAgain } from "./actions";

const CONFIRM = "Confirm your e-mail address";
const MAIL_SENT = "We have sent you an e-mail";

/** The address of this page holds the secret of a link: it is told to nobody else. */
export const metadata: Metadata = { referrer: "same-origin" };

/**
 * Behind a link by mail. A registration is confirmed by choosing its password: whoever filled it in may have been anybody. A new
 * address is confirmed by a button. Without a link: look into your mail.
 */
export default async function VerifyPage({ searchParams }: PageProps<"/verify">) {
  const [{ settings, now }, { token, done }] = await Promise.all([readRequest(), searchParams]);
  requireLocalAccounts();
  if (typeof token !== "string") return <LookIntoYourMail settings={settings} done={done} />;
  const registration = await findRegistration(token, now);
  if (registration) return <ChoosePassword settings={settings} token={token} registration={registration} />;
  const email = await findNewEmail(token, now);
  if (email === null) return <DeadLink settings={settings} />;
  return (
    <Page settings={settings} heading={CONFIRM} isNarrow>
      <p>
        Is <strong className="[overflow-wrap:anywhere]">{email}</strong> yours? Then press the button. From then on we write to
        this address, and you sign in with it.
      </p>
      <Form action={confirmNewEmail} submit="Confirm" title={titleOf(CONFIRM, settings)}>
        <input type="hidden" name="token" value={token} />
      </Form>
    </Page>
  );
}

interface ChoosePasswordProps {
  settings: Settings;
  token: string;
  registration: { name: string; number: string; email: string; role: string };
}

function ChoosePassword({ settings, token, registration: { name, number, email, role } }: ChoosePasswordProps) {
  const { words, society } = settings;
  const part = withArticle(role === "mentor" ? words.mentor : words.mentee);
  return (
    <Page settings={settings} heading={CONFIRM} isNarrow>
      <p>
        Somebody has registered on {society.product} as{" "}
        <strong className="[overflow-wrap:anywhere]">
          {name}, membership number {number}
        </strong>
        , to be {part}. If that was you, and <strong className="[overflow-wrap:anywhere]">{email}</strong> is your address,
        choose a password and your account is ready.
      </p>
      <p>
        If anything here is wrong, close this page and <Link href="/create-account">create your account</Link> again.
      </p>
      <Form action={confirmRegistration} submit="Confirm" title={titleOf(CONFIRM, settings)}>
        <input type="hidden" name="token" value={token} />
        <TextField name="password" label="Password" hint={PASSWORD_HINT} type="password" autoComplete="new-password" />
      </Form>
    </Page>
  );
}

/** The text is the same for everybody, so that it does not reveal whether the register has an address. */
function LookIntoYourMail({ settings, done }: { settings: Settings; done: string | string[] | undefined }) {
  const { society } = settings;
  const help = supportLink(settings);
  return (
    <Page settings={settings} heading={MAIL_SENT} done={done} isNarrow>
      <p>
        If {society.name} has an e-mail address for you, we have sent our e-mail there. If not, we have sent it to the address
        that you gave.
      </p>
      <p>
        Open the link in it, choose a password and press <strong>Confirm</strong>; then your account is ready. The link works
        for {CONFIRM_WITHIN_HOURS / 24} days. If no e-mail arrives within a few minutes, look in your spam folder.
      </p>
      <p>
        Do you no longer use the address that {society.name} has?{" "}
        {help ? <Link href={help}>Ask the society to change it</Link> : "Ask the society to change it"}, then create your
        account again.
      </p>
      <SendAgain settings={settings} title={MAIL_SENT} />
    </Page>
  );
}

function DeadLink({ settings }: { settings: Settings }) {
  return (
    <Page settings={settings} heading="This link does not work any more" isNarrow>
      <p>
        Each link works once, and only for a few days. If you have already confirmed your address,{" "}
        <Link href="/sign-in">sign in</Link>. If not, we can send you the link again, unless your registration is too old. In
        that case, <Link href="/create-account">create your account</Link> again.
      </p>
      <SendAgain settings={settings} title="This link does not work any more" />
    </Page>
  );
}

function SendAgain({ settings, title }: { settings: Settings; title: string }) {
  return (
    <section aria-labelledby="again" className="grid gap-5 border-t border-rule pt-6">
      <h2 id="again">No e-mail?</h2>
      <Form action={sendAgain} submit="Send the link again" kind="quiet" title={titleOf(title, settings)}>
        <TextField name="identifier" label="E-mail address or membership number" autoComplete="username" />
      </Form>
    </section>
  );
}
