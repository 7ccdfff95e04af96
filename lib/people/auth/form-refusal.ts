import { readRequest } from "./session";

export interface FormRefusal {
  message: string;
  link: { href: string; label: string };
}

/**
 * Why a member's form must wait although what was typed in it is good: nobody is signed in any more, or they have signed in
 * anew and not chosen their account. Sending them elsewhere would lose it, so the form comes back with this. (Without
 * JavaScript it cannot come back, because its page is not theirs to see: there `kept-form.ts` hands over what was typed.)
 */
export async function findFormRefusal(): Promise<FormRefusal | null> {
  const { viewer, departed } = await readRequest();
  if (departed) return null;
  if (!viewer) {
    return {
      message:
        "Your session has ended, but nothing that you typed is lost. Sign in, come back here and press the button again.",
      link: { href: "/sign-in", label: "Sign in (opens a new window)" },
    };
  }
  if (!viewer.isMentor || !viewer.isMentee || viewer.activeRole) return null;
  return {
    message: "Nothing that you typed is lost. Choose which account to use, come back here and press the button again.",
    link: { href: "/choose-account", label: "Choose your account (opens a new window)" },
  };
}
