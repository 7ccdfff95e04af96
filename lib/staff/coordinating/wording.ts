import type { CoordinatingRefusal, Holding, NamedRight } from "./coordinating";

export const RIGHT_WORDS: Record<NamedRight, { label: string; about: string }> = {
  coordinator: {
    label: "Coordinator",
    about: "Works on the staff pages for this programme alone: its members, proposals, relationships, matching and readiness.",
  },
  reader: { label: "Reader", about: "Reads reports: only numbers, no names." },
};

export const WHOLE_SOCIETY_LABEL = "The whole society (readers only)";

/** "Coordinator of Returners". */
export function sayHolding({ right, programme }: Pick<Holding, "right" | "programme">): string {
  const whole = programme ?? "the whole society";
  return right === "coordinator" ? `Coordinator of ${whole}` : `Reader of the figures of ${whole}`;
}

export function sayCoordinatingRefusal(reason: CoordinatingRefusal): string {
  return {
    "not-staff": "Only staff can do this.",
    "own-account": "A colleague has to change your own rights.",
    "not-found": "This member is no longer here.",
    "no-programme": "This programme does not exist. Choose another one.",
    "not-active": "This member cannot sign in at present, because the account is not active or the membership has lapsed.",
    "is-staff": "This member is already staff, and may do all of this anyway.",
    "whole-society": "A coordinator looks after one programme. Choose it, or make the member staff instead.",
    "same-right": "They have this right already.",
    "no-right": "They no longer have this right.",
  }[reason];
}
