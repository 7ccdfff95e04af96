import type { CoordinatingRefusal } from "@/lib/staff/coordinating/coordinating";
import { sayCoordinatingRefusal, sayHolding } from "@/lib/staff/coordinating/wording";
import type { Staff } from "@/lib/staff/members/directory";
import type { Appointed, AppointingRefusal, Order, SecondStepRefusal } from "./appointment";
import type { ProgrammeOrder } from "./input";

const RIGHTS: Record<Staff, string> = { none: "not staff", staff: "staff", admin: "an administrator" };

/** What `npm run staff` has done. */
export function sayAppointed(what: Appointed, { number, staff }: Order): string {
  switch (what.now) {
    case "changed":
      return staff === "none"
        ? `${what.name} (${number}) is no longer staff.`
        : `${what.name} (${number}) is now ${RIGHTS[staff]}, and will find the staff pages under /admin.`;
    case "kept":
      return `Nobody has signed in with the number ${number} yet. Whoever does by ${what.until.toISOString().slice(0, 10)} becomes ${RIGHTS[staff]}. If the number is wrong, take this back: npm run staff -- ${number} none`;
    case "withdrawn":
      return `Whoever signs in with the number ${number} will not become staff.`;
  }
}

export function sayWithoutSecondStep(name: string, number: string): string {
  return `${name} (${number}) signs in with the password alone now, has been signed out everywhere, and is told by e-mail.`;
}

export function saySecondStepRefusal(reason: SecondStepRefusal, number: string): string {
  return reason === "nobody"
    ? `Nobody here has the number ${number}.`
    : `The member with the number ${number} has no second step, so there is nothing to take away.`;
}

export function sayAppointingRefusal(reason: AppointingRefusal, { number, staff }: Order): string {
  return {
    "same-staff": `The member with the number ${number} is already ${RIGHTS[staff]}.`,
    "not-active": `The member with the number ${number} cannot sign in at present, because the account is not active or the membership has lapsed.`,
    "last-admin": `The member with the number ${number} is the only administrator. Make somebody else an administrator first.`,
    nobody: `Nobody has the number ${number}, and nothing was kept for it.`,
    "not-on-register": `The register has no member with the number ${number}. Check the number, or import the register first.`,
  }[reason];
}

/** "100006 becomes an administrator at their first sign-in, until 29 December 2026". */
export function sayAppointment({ number, staff }: Order, until: string): string {
  return `The member with the number ${number} becomes ${RIGHTS[staff]} when they sign in for the first time, until ${until}.`;
}

/** What `npm run staff -- 100006 coordinator "Returners"` has done. */
export function sayNamedForProgramme(name: string, { number, right, programme }: ProgrammeOrder): string {
  return `${name} (${number}) is now ${sayHolding({ right, programme }).replace(/^./, (first) => `a ${first.toLowerCase()}`)}, and is told by e-mail.`;
}

export function sayProgrammesTaken(count: number, number: string): string {
  return `The member with the number ${number} has lost ${count === 1 ? "a right for a programme" : `rights for ${count} programmes`}.`;
}

export function sayProgrammeRefusal(reason: CoordinatingRefusal | "nobody", { number, programme }: ProgrammeOrder): string {
  if (reason === "nobody") return `Nobody here has the number ${number}. They have to sign in first.`;
  if (reason === "no-programme") return `There is no programme, or more than one, with the name or id “${programme}”.`;
  return sayCoordinatingRefusal(reason);
}
