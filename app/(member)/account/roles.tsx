import { CheckboxGroup } from "@/components/ui/choices";
import { Form } from "@/components/ui/form";
import { titleOf } from "@/components/ui/page";
import type { Viewer } from "@/lib/foundation/viewer";
import { sayRoleChoice, sayRoleHint } from "@/lib/people/registration/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { chooseRoles } from "./actions";

/** The tick boxes: mentor, mentee or both. */
export function Roles({ viewer, settings }: { viewer: Viewer; settings: Settings }) {
  const held = [viewer.isMentee && "mentee", viewer.isMentor && "mentor"].filter((role) => role !== false);
  return (
    <section aria-labelledby="part" className="grid content-start gap-5 border-t border-rule pt-6">
      <h2 id="part">Your roles</h2>
      <Form action={chooseRoles} submit="Save" kind="quiet" title={titleOf("Edit Account", settings)} isOneOfSeveral>
        <CheckboxGroup
          name="roles"
          legend="Choose one, or both"
          hint="Each role has its own profile, and we keep it if you stop. If you have both, you choose which account to use each time you sign in."
          initial={held}
          options={[
            { value: "mentee", label: sayRoleChoice("mentee", settings), hint: sayRoleHint("mentee", settings) },
            { value: "mentor", label: sayRoleChoice("mentor", settings), hint: sayRoleHint("mentor", settings) },
          ]}
        />
      </Form>
    </section>
  );
}
