import { readRequest } from "./session";

export interface FormRefusal {
  message: string;
  link: { href: string; label: string };
}

/**
 * Why a member's form cannot be saved yet, although what they typed is fine: their session has ended, or they have signed in
 * again and not chosen an account. A redirect would lose their text, so the form comes back with this message. (Without
 * JavaScript it cannot come back, because they may not see its page: `kept-form.ts` shows them what they typed.)
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
