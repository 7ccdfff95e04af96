import PEOPLE from "./demonstration-people.json";

/** Who can be tried out; `npm start` prints the same list. Somebody without an account is told how to make one. */
export function DemonstrationPeople({ isLocal = false }: { isLocal?: boolean }) {
  return (
    <div className="grid gap-3 border-t border-rule pt-5">
      <h3>This is a demonstration</h3>
      <p>
        The society and its members are invented. Sign in as one of them with the membership number
        {isLocal && " or e-mail address"} and the password <strong className="font-mono">mentoring</strong>.
        {isLocal && " Tomas Lind has no account yet: he can create one."}
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
