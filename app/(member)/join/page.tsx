import { redirect } from "next/navigation";
import { RoleConditions } from "@/components/readiness/role-conditions";
import { CheckboxGroup } from "@/components/ui/choices";
import { Form } from "@/components/ui/form";
import { Page, titleOf } from "@/components/ui/page";
import { capital } from "@/lib/foundation/wording";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { listRoleConditions } from "@/lib/pairing/readiness/conditions/queries";
import { readRequest, requireSignedIn } from "@/lib/people/auth/session";
import { sayRoleChoice, sayRoleHint } from "@/lib/people/registration/wording";
import { joinAs } from "./actions";

export default async function JoinPage() {
  const viewer = await requireSignedIn();
  if (viewer.isMentor || viewer.isMentee) redirect("/");
  const roles = ["mentee", "mentor"] as const;
  const [{ settings, now }, conditions] = await Promise.all([
    readRequest(),
    listRoleConditions(viewer.memberId, roles, SOCIETY_SCHEME),
  ]);
  const { words } = settings;
  return (
    <Page
      settings={settings}
      heading={`Welcome, ${viewer.name}`}
      lede="The society has told us who you are. How would you like to take part?"
      isNarrow
    >
      <Form action={joinAs} submit="Join" title={titleOf("Join", settings)}>
        <CheckboxGroup
          name="roles"
          legend="Your roles"
          hint="Choose one, or both. You can add the other at any time."
          options={roles.map((role) => ({
            value: role,
            label: sayRoleChoice(role, settings),
            hint: sayRoleHint(role, settings),
          }))}
        />
        <RoleConditions {...{ roles, conditions, settings, now }} programme={null} timeZone={viewer.timeZone} />
      </Form>
      <section aria-labelledby="known" className="border-t border-rule pt-6">
        <h2 id="known">What we know about you</h2>
        <dl className="mt-4 grid gap-x-6 gap-y-3 wide:grid-cols-[auto_1fr]">
          <dt className="font-[650]">Name</dt>
          <dd>{viewer.name}</dd>
          <dt className="font-[650]">E-mail</dt>
          <dd>{viewer.email}</dd>
          <dt className="font-[650]">Membership number</dt>
          <dd>{viewer.number}</dd>
        </dl>
        <p className="mt-4 text-soft">
          {capital(words.mentors)} and {words.mentees} see your name and your profile. Only the people you are in a relationship
          with see your e-mail address.
        </p>
      </section>
    </Page>
  );
}
