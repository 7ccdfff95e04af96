import { redirect } from "next/navigation";
import { PasskeyAnswer } from "@/components/auth/passkey-answer";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Page, titleOf } from "@/components/ui/page";
import { onTheWay, readDestination } from "@/lib/foundation/destination";
import { PENDING } from "@/lib/people/auth/second-step/on-the-way";
import { askToSign } from "@/lib/people/auth/second-step/passkeys";
import { findKnownPasskeys } from "@/lib/people/auth/second-step/queries";
import { readSealedCookie } from "@/lib/people/auth/second-step/sealed-token";
import { WRONG_PASSKEY } from "@/lib/people/auth/second-step/wording";
import { readRequest } from "@/lib/people/auth/session";
import { giveCode, givePasskey } from "./actions";

const TITLE = "One more step";

/** Between the password and the session, for members who have a second step. */
export default async function SecondStepPage({ searchParams }: PageProps<"/sign-in/second-step">) {
  const [{ settings }, { to: wanted, again }, pending] = await Promise.all([
    readRequest(),
    searchParams,
    readSealedCookie(PENDING),
  ]);
  const to = readDestination(wanted);
  if (!pending) redirect(onTheWay("/sign-in", to));
  const known = await findKnownPasskeys(pending.memberId);
  const asked = known.length > 0 ? await askToSign(pending.memberId, known) : null;
  const title = titleOf(TITLE, settings);
  const destination = to && <input type="hidden" name="to" value={to} />;
  return (
    <Page
      settings={settings}
      heading={TITLE}
      title={TITLE}
      lede="Your password is right. Now show that it is you."
      problem={again === "passkey" ? WRONG_PASSKEY : null}
      isNarrow
    >
      {asked && (
        <section aria-labelledby="passkey-heading" className="grid gap-5 border-t border-rule pt-6">
          <h2 id="passkey-heading">With a passkey</h2>
          <noscript>
            <p>Passkeys need JavaScript, which is switched off here. Use a code instead.</p>
          </noscript>
          <Form action={givePasskey} title={title} isOneOfSeveral submit="Use a passkey">
            {destination}
            <PasskeyAnswer use="sign-in" options={asked.options} challenge={asked.challenge} />
          </Form>
        </section>
      )}
      <section aria-labelledby="code-heading" className="grid gap-5 border-t border-rule pt-6">
        <h2 id="code-heading">With a code</h2>
        <Form action={giveCode} title={title} isOneOfSeveral submit="Go on" kind={asked ? "quiet" : "main"}>
          {destination}
          <TextField
            name="code"
            label="Code"
            hint="The six digits that your authenticator app shows now, or one of your recovery codes."
            autoComplete="one-time-code"
          />
        </Form>
      </section>
      <p className="text-soft">
        You have lost your phone and your recovery codes? Ask the society: once staff know that it is you, they can take the
        second step away. <Link href="/sign-in">Sign in as somebody else</Link>
      </p>
    </Page>
  );
}
