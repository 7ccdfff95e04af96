import { redirect } from "next/navigation";
import { RoleConditions } from "@/components/readiness/role-conditions";
import { CheckboxGroup, RadioGroup } from "@/components/ui/choices";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Page, titleOf } from "@/components/ui/page";
import { capital } from "@/lib/foundation/wording";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { listRoleConditions } from "@/lib/pairing/readiness/conditions/queries";
import { readRequest } from "@/lib/people/auth/session";
import { sayRoleHint } from "@/lib/people/registration/wording";
import { requireLocalAccounts } from "../way-in";
import { createAccount } from "./actions";

export default async function CreateAccountPage() {
  const { viewer, departed, settings, now } = await readRequest();
  requireLocalAccounts();
  if (viewer || departed) redirect("/");
  const { society, words } = settings;
  const roles = ["mentee", "mentor"] as const;
  const conditions = await listRoleConditions(null, roles, SOCIETY_SCHEME);
  return (
    <Page
      settings={settings}
      heading="Create account"
      lede={`For current members of ${society.name}. It takes a minute. We then send you an e-mail to confirm your address.`}
      isNarrow
    >
      <Form action={createAccount} submit="Create account" title={titleOf("Create account", settings)}>
        <RadioGroup
          name="role"
          legend="Your role"
          hint="You can add the other at any time."
          options={roles.map((role) => ({ value: role, label: capital(words[role]), hint: sayRoleHint(role, settings) }))}
        />
        <RoleConditions {...{ roles, conditions, settings, now }} programme={null} timeZone={society.timeZone} isForStrangers />
        <TextField name="name" label="Name" hint="First name and surname, as the society knows them." autoComplete="name" />
        <TextField
          name="email"
          label="E-mail address"
          hint={`If ${society.name} has an address for you, use that one: we send our link there.`}
          type="email"
          autoComplete="email"
        />
        <TextField name="number" label="Membership number" hint="All six digits." inputMode="numeric" />
        <CheckboxGroup
          name="agreement"
          legend="Terms and privacy"
          hint={
            <>
              Please read the <Link href="/terms">terms of use</Link> and the <Link href="/privacy">privacy policy</Link>.
            </>
          }
          options={[{ value: "yes", label: "I agree to the terms of use and the privacy policy" }]}
        />
      </Form>
      <p>
        Already have an account? <Link href="/sign-in">Log in</Link>
      </p>
    </Page>
  );
}
