import type { FormState } from "@/lib/form-state";
import type { Settings } from "@/lib/settings/settings";
import { Form } from "./ui/form";

interface SignInPanelProps {
  settings: Settings;
  signIn: (previous: FormState, form: FormData) => Promise<FormState>;
  isDemonstration: boolean;
}

/** The one button that leads to the society's own sign-in, and in the demonstration who can use it. */
export function SignInPanel({ settings: { society }, signIn, isDemonstration }: SignInPanelProps) {
  return (
    <section aria-labelledby="sign-in" className="grid gap-5 rounded-[0.5rem] border border-rule bg-sheet p-5 wide:p-7">
      <h2 id="sign-in">Account Login</h2>
      <p>
        Use your membership login details. You sign in on the society’s website and come straight back here; your password stays
        there.
      </p>
      <Form action={signIn} submit={`Sign in with ${society.name}`} />
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

const PEOPLE = [
  { number: "100001", name: "Amina Okafor", what: "mentee, looking for her first mentor" },
  { number: "100002", name: "Gareth Pugh", what: "mentor with two places free; her best match" },
  { number: "100003", name: "Priya Nair", what: "mentor and mentee, in a relationship as each" },
  { number: "100004", name: "Tomas Lind", what: "a member who has never signed in" },
  { number: "100005", name: "Ruth Adler", what: "her membership has lapsed" },
  { number: "100006", name: "Helen Marsh", what: "staff; she has the time machine" },
  { number: "100007", name: "Owen Hart", what: "mentor, with no place free" },
  { number: "100008", name: "Mei Tanaka", what: "mentee, in a new relationship with Gareth" },
];

function DemonstrationPeople() {
  return (
    <div className="grid gap-3 border-t border-rule pt-5">
      <h3>This is a demonstration</h3>
      <p>
        The society and its members are invented. Sign in as one of them with the membership number and the password{" "}
        <strong className="font-mono">mentoring</strong>.
      </p>
      <dl className="grid gap-x-5 gap-y-1 wide:grid-cols-[auto_1fr]">
        {PEOPLE.map(({ number, name, what }) => (
          <div key={number} className="contents">
            <dt className="mt-1.5 font-mono wide:mt-0">{number}</dt>
            <dd>
              <strong>{name}</strong>, {what}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
