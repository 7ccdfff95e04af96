"use client";

import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from "@simplewebauthn/browser";
import { useEffect, useRef, useState } from "react";

type PasskeyAnswerProps = { challenge: string } & (
  | { use: "add"; options: PublicKeyCredentialCreationOptionsJSON }
  | { use: "sign-in"; options: PublicKeyCredentialRequestOptionsJSON }
);

/**
 * Goes into a form and holds it back until a passkey has answered. Without scripts the form is sent without an answer, and comes back with
 * a sentence.
 */
export function PasskeyAnswer(props: PasskeyAnswerProps) {
  const answer = useRef<HTMLInputElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const input = answer.current;
    const form = input?.form;
    if (!input || !form) return;
    let isAsking = false;
    // Before React sees it: its action must not begin without an answer.
    const hold = (event: SubmitEvent) => {
      const name = form.elements.namedItem("name");
      const isNameless = name instanceof HTMLInputElement && name.value.trim() === "";
      // A form that comes back anyway should leave no passkey behind that nobody knows.
      if (input.value !== "" || isNameless) return;
      event.preventDefault();
      event.stopPropagation();
      if (isAsking) return;
      isAsking = true;
      setProblem(null);
      const asking = askPasskey(latest.current).then(
        (given) => {
          input.value = given;
          form.requestSubmit();
        },
        (error: unknown) => setProblem(sayProblem(error)),
      );
      asking.finally(() => {
        isAsking = false;
      });
    };
    form.addEventListener("submit", hold);
    return () => form.removeEventListener("submit", hold);
  }, []);
  return (
    <>
      <input type="hidden" name="challenge" value={props.challenge} />
      <input type="hidden" name="answer" ref={answer} />
      {problem && (
        <p role="alert" className="font-[650] text-danger">
          {problem}
        </p>
      )}
    </>
  );
}

async function askPasskey(props: PasskeyAnswerProps): Promise<string> {
  const answering =
    props.use === "add"
      ? startRegistration({ optionsJSON: props.options })
      : startAuthentication({ optionsJSON: props.options });
  return JSON.stringify(await answering);
}

function sayProblem(error: unknown): string {
  if (error instanceof WebAuthnError && error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED")
    return "This device already has a passkey for your account.";
  return "No passkey was used: you stopped, it took too long, or this device has none that fits. Please try again, or use a code instead.";
}
