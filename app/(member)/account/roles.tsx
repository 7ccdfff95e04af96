import { RoleConditions } from "@/components/readiness/role-conditions";
import { CheckboxGroup } from "@/components/ui/choices";
import { Form } from "@/components/ui/form";
import { titleOf } from "@/components/ui/page";
import type { Viewer } from "@/lib/foundation/viewer";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { listRoleConditions } from "@/lib/pairing/readiness/conditions/queries";
import { holds } from "@/lib/people/auth/session";
import { sayRoleChoice, sayRoleHint } from "@/lib/people/registration/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { chooseRoles } from "./actions";

/** The tick boxes: mentor, mentee or both; with what the other role needs. */
export async function Roles({ viewer, settings, now }: { viewer: Viewer; settings: Settings; now: Date }) {
  const roles = ["mentee", "mentor"] as const;
  const held = roles.filter((role) => holds(viewer, role));
  const others = roles.filter((role) => !holds(viewer, role));
  const conditions = others.length > 0 ? await listRoleConditions(viewer.memberId, others, SOCIETY_SCHEME) : [];
  return (
    <section aria-labelledby="part" className="grid content-start gap-5 border-t border-rule pt-6">
      <h2 id="part">Your roles</h2>
      <Form action={chooseRoles} submit="Save" kind="quiet" title={titleOf("Edit Account", settings)} isOneOfSeveral>
        <CheckboxGroup
          name="roles"
          legend="Choose one, or both"
          hint="Each role has its own profile, and we keep it if you stop. If you have both, you choose which account to use each time you sign in."
          initial={held}
          options={roles.map((role) => ({
            value: role,
            label: sayRoleChoice(role, settings),
            hint: sayRoleHint(role, settings),
          }))}
        />
        <RoleConditions
          roles={others}
          {...{ conditions, settings, now }}
          programme={null}
          timeZone={viewer.timeZone}
          isFolded
        />
      </Form>
    </section>
  );
}
