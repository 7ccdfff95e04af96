import { notFound } from "next/navigation";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { Page, titleOf } from "@/components/ui/page";
import { env } from "@/lib/foundation/env";
import { hasProved } from "@/lib/people/auth/second-step/proof";
import { findSecondStep } from "@/lib/people/auth/second-step/queries";
import { hasSecondStep } from "@/lib/people/auth/second-step/second-step";
import { PROVE_FIRST } from "@/lib/people/auth/second-step/wording";
import { readRequest, requireViewer } from "@/lib/people/auth/session";
import { readToken } from "@/lib/people/auth/token";
import { hasStaffPages, staffHomeOf } from "@/lib/people/rights/rights";
import { prove } from "./actions";
import { AppSection, CodesSection, PasskeysSection } from "./sections";

const TITLE = "Signing in with a second step";

export default async function SecurityPage({ searchParams }: PageProps<"/account/security">) {
  const viewer = await requireViewer();
  if (env().SIGN_IN !== "local") notFound();
  const [{ settings, now }, params, secondStep, mayChange, token] = await Promise.all([
    readRequest(),
    searchParams,
    findSecondStep(viewer),
    hasProved(viewer),
    readToken(),
  ]);
  const isSet = hasSecondStep(secondStep);
  const isForStaff = params.for === "staff" && hasStaffPages(viewer) && settings.signIn.staffSecondStep;
  const seen = { secondStep, mayChange, now, timeZone: viewer.timeZone, title: titleOf(TITLE, settings) };
  return (
    <Page
      settings={settings}
      heading={TITLE}
      title={TITLE}
      lede="With a second step, somebody who learns your password still cannot get into your account."
      back={{ href: "/account", label: "Edit Account" }}
      done={params.done}
      problem={params.again === "password" ? PROVE_FIRST : null}
      isNarrow
    >
      {isForStaff && !token?.secondStep && (
        <Note>
          <p>
            {isSet
              ? `${settings.society.name} asks staff for a second step, and you have not taken yours in this session. Give your password below, then your second step; after that the staff pages open.`
              : `${settings.society.name} asks staff for a second step. Give your password below and add a passkey or an authenticator app; after that the staff pages open.`}
          </p>
        </Note>
      )}
      {isForStaff && token?.secondStep && (
        <p>
          <LinkButton href={staffHomeOf(viewer) ?? "/"}>Go to the staff pages</LinkButton>
        </p>
      )}
      {!mayChange && (
        <section aria-labelledby="prove" className="grid gap-5 border-t border-rule pt-6">
          <h2 id="prove">{isSet ? "To change any of this" : "To add a second step"}</h2>
          <p>Please give your password again first. For ten minutes after that you can make changes here.</p>
          <Form action={prove} submit="Go on" title={seen.title} isOneOfSeveral>
            {isForStaff && <input type="hidden" name="to" value="/account/security?for=staff" />}
            <TextField name="password" label="Your password" type="password" autoComplete="current-password" />
          </Form>
        </section>
      )}
      <PasskeysSection {...seen} />
      <AppSection {...seen} />
      {isSet && <CodesSection {...seen} />}
    </Page>
  );
}
