import { Form } from "@/components/ui/form";
import type { FormState } from "@/lib/entrypoints/form-state";
import type { Settings } from "@/lib/society/settings/settings";
import { DemonstrationPeople } from "./demonstration-people";

interface SignInPanelProps {
  settings: Settings;
  signIn: (previous: FormState, form: FormData) => Promise<FormState>;
  /** The page to go on to; null for Home. */
  to: string | null;
  isDemonstration: boolean;
}

/** The one button that leads to the society's own sign-in, and in the demonstration who can use it. */
export function SignInPanel({ settings: { society }, signIn, to, isDemonstration }: SignInPanelProps) {
  return (
    <section aria-labelledby="sign-in" className="grid gap-5 rounded-[0.5rem] border border-rule bg-sheet p-5 wide:p-7">
      <h2 id="sign-in">Account Login</h2>
      <p>
        Use your membership login details. You sign in on the society’s website and come straight back here; your password stays
        there.
      </p>
      <Form action={signIn} submit={`Sign in with ${society.name}`}>
        {to && <input type="hidden" name="to" value={to} />}
      </Form>
      {society.accountUrl && (
        <p className="text-soft">
          Forgotten your password, or a new e-mail address? Change it in{" "}
          <a href={society.accountUrl}>your membership details</a>.
        </p>
      )}
      {isDemonstration && <DemonstrationPeople />}
    </section>
  );
}
