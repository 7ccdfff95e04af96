import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Time } from "@/components/ui/time";
import type { SecondStep } from "@/lib/people/auth/second-step/second-step";
import { sayCodesLeft } from "@/lib/people/auth/second-step/wording";
import { removeApp, removePasskey, renamePasskey, renewCodes, startApp } from "./actions";

interface Seen {
  secondStep: SecondStep;
  /** Whether they gave their password in the last few minutes. */
  mayChange: boolean;
  now: Date;
  timeZone: string;
  /** The page's whole title. */
  title: string;
}

const SECTION = "grid gap-5 border-t border-rule pt-6";

export function PasskeysSection({ secondStep: { passkeys }, mayChange, now, timeZone, title }: Seen) {
  return (
    <section aria-labelledby="passkeys" className={SECTION}>
      <h2 id="passkeys">Passkeys</h2>
      <p>
        A passkey is kept by your phone, your computer or a security key. You use it with your fingerprint, your face or a PIN,
        and nobody can talk you out of it. Passkeys need JavaScript.
      </p>
      {passkeys.length > 0 && (
        <ul className="grid border-t border-rule">
          {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
            <li key={id} className="grid max-w-none gap-3 border-b border-rule py-3">
              <span className="prose-plain">
                <span className="block font-[650]">{name}</span>
                <span className="block text-soft">
                  Added: <Time at={createdAt} now={now} timeZone={timeZone} />.{" "}
                  {lastUsedAt ? (
                    <>
                      Last used: <Time at={lastUsedAt} now={now} timeZone={timeZone} />.
                    </>
                  ) : (
                    "Not used yet."
                  )}
                </span>
              </span>
              {mayChange && (
                <details>
                  <summary className="cursor-pointer py-1">
                    Rename or remove<span className="sr-only"> {name}</span>
                  </summary>
                  <div className="grid gap-5 py-3">
                    <Form action={renamePasskey} kind="quiet" submit="Save name" title={title} isOneOfSeveral>
                      <input type="hidden" name="id" value={id} />
                      <TextField name="name" label="Name" initial={name} maxLength={60} />
                    </Form>
                    <Form
                      action={removePasskey}
                      kind="danger"
                      title={title}
                      isOneOfSeveral
                      submit={
                        <>
                          Remove<span className="sr-only"> {name}</span>
                        </>
                      }
                    >
                      <input type="hidden" name="id" value={id} />
                    </Form>
                  </div>
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange ? (
        <p>
          <LinkButton href="/account/security/passkey" kind="quiet">
            Add a passkey
          </LinkButton>
        </p>
      ) : (
        passkeys.length === 0 && <p className="text-soft">You have none.</p>
      )}
    </section>
  );
}

export function AppSection({ secondStep: { app }, mayChange, now, timeZone, title }: Seen) {
  return (
    <section aria-labelledby="app" className={SECTION}>
      <h2 id="app">Authenticator app</h2>
      <p>An app on your phone shows a new code every thirty seconds. You type it in when you sign in.</p>
      {app && (
        <p>
          Set up: <Time at={app.confirmedAt} now={now} timeZone={timeZone} />.{" "}
          {app.lastUsedAt && (
            <>
              Last used: <Time at={app.lastUsedAt} now={now} timeZone={timeZone} />.
            </>
          )}
        </p>
      )}
      {!app && !mayChange && <p className="text-soft">You have set up none.</p>}
      {mayChange && app && (
        <Form action={removeApp} kind="danger" submit="Remove the authenticator app" title={title} isOneOfSeveral />
      )}
      {mayChange && !app && (
        <Form action={startApp} kind="quiet" submit="Set up an authenticator app" title={title} isOneOfSeveral />
      )}
    </section>
  );
}

/** With the last passkey or app they go too, so that they are only here with one of them. */
export function CodesSection({ secondStep: { recoveryCodesLeft }, mayChange, title }: Seen) {
  return (
    <section aria-labelledby="codes" className={SECTION}>
      <h2 id="codes">Recovery codes</h2>
      <p>
        If you lose your phone, a recovery code lets you in instead; each works once. {sayCodesLeft(recoveryCodesLeft)}
        {mayChange && " When you make new ones, the old ones stop working."}
      </p>
      {mayChange && <Form action={renewCodes} kind="quiet" submit="Make new recovery codes" title={title} isOneOfSeveral />}
    </section>
  );
}
