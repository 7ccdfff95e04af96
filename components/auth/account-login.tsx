import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import type { FormState } from "@/lib/entrypoints/form-state";
import { DemonstrationPeople } from "./demonstration-people";

interface AccountLoginProps {
  logIn: (previous: FormState, form: FormData) => Promise<FormState>;
  /** The page's whole title, which says "Error:" when logging in did not work. */
  title: string;
  /** The page to go on to; null for Home. */
  to: string | null;
  isDemonstration: boolean;
}

/** Account Login, with Forgotten password? at its foot. */
export function AccountLogin({ logIn, title, to, isDemonstration }: AccountLoginProps) {
  return (
    <section aria-labelledby="sign-in" className="grid gap-5 rounded-[0.5rem] border border-rule bg-sheet p-5 wide:p-7">
      <h2 id="sign-in">Account Login</h2>
      <Form action={logIn} submit="Log in" title={title}>
        {to && <input type="hidden" name="to" value={to} />}
        <TextField name="identifier" label="E-mail address or membership number" autoComplete="username" />
        <TextField name="password" label="Password" type="password" autoComplete="current-password" />
      </Form>
      <p>
        <Link href="/forgotten-password" className="inline-block py-1">
          Forgotten password?
        </Link>
      </p>
      {isDemonstration && <DemonstrationPeople isLocal />}
    </section>
  );
}
