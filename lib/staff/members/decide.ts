import { done, type Result, refuse } from "@/lib/foundation/result";
import { type Actor, COMMANDS, type Command, type Refusal, type Staff, type Subject } from "./directory";

/**
 * Whether this member of staff may do this to that account as it stands. Nobody acts on their own account, and only
 * administrators change staff rights. The statement that saves it makes sure that one administrator remains.
 */
export function decide(subject: Subject, command: Command, actor: Actor, wanted?: Staff): Result<null, Refusal> {
  if (actor.staff === "none") return refuse("not-staff");
  if (actor.memberId === subject.memberId) return refuse("own-account");
  if (subject.isErased) return refuse("not-found");
  if ((subject.staff !== "none" || command === "change-staff") && actor.staff !== "admin") return refuse("admin-only");
  const reason = whyNot(subject, command, wanted);
  return reason === null ? done(null) : refuse(reason);
}

/** The commands that are possible for an account now, in the order of the page. */
export function allowedCommands(subject: Subject, actor: Actor): Command[] {
  return COMMANDS.filter((command) => decide(subject, command, actor).ok);
}

function whyNot(
  { status, standing, staff, hasMovedSignIn, hasSecondStep }: Subject,
  command: Command,
  wanted?: Staff,
): Refusal | null {
  switch (command) {
    case "suspend":
    case "end-sessions":
      return status === "active" ? null : "not-active";
    case "reactivate":
      return status === "suspended" ? null : "not-suspended";
    case "approve":
    case "refuse":
      return status === "waiting" ? null : "not-waiting";
    case "change-staff":
      // Somebody who cannot sign in cannot be staff. Rights can always be taken away.
      if (wanted !== "none" && (status !== "active" || standing !== "current") && staff === "none") return "not-active";
      return wanted === staff ? "same-staff" : null;
    case "restore-sign-in":
      return hasMovedSignIn ? null : "not-moved";
    case "remove-second-step":
      return hasSecondStep ? null : "no-second-step";
    case "erase":
      return status === "waiting" ? "is-waiting" : null;
  }
}
