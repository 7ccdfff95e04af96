import { expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { sayOwnStatus, sayWay, sayWhatMissing } from "./wording";

const { words } = DEFAULT_SETTINGS;

test("what is missing keeps somebody from what their role is for, and only where it is asked", () => {
  const asked = (role: "mentor" | "mentee", programme: string | null, isLacking = true) => ({ role, programme, isLacking });
  const say = (...items: ReturnType<typeof asked>[]) => sayWhatMissing(items, words);
  const goesOn = "Your relationships and open proposals carry on.";
  expect(say(asked("mentor", null, false))).toBe("Nothing is missing at present.");
  expect(say(asked("mentor", null), asked("mentee", null, false))).toBe(
    `While something is missing, mentees cannot find you. ${goesOn}`,
  );
  expect(say(asked("mentor", "Returners"))).toBe(
    `While something is missing, mentees cannot find you in the programme that asks for it. ${goesOn}`,
  );
  expect(say(asked("mentor", null), asked("mentee", "Returners"))).toBe(
    `While something is missing, mentees cannot find you and you cannot send proposals. ${goesOn}`,
  );
});

test("a check is the member’s to show while it is with the society", () => {
  expect(sayOwnStatus({ kind: "check", status: "with-staff" })).toBe("For you to show to the society");
  expect(sayOwnStatus({ kind: "approval", status: "with-staff" })).toBe("With the society");
  expect(sayOwnStatus({ kind: "training", status: "open" })).toBe("For you to do");
});

test("training says after how long it is done again", () => {
  expect(sayWay({ kind: "training", validMonths: null })).toBe("You read or watch something to the end.");
  expect(sayWay({ kind: "training", validMonths: 18 })).toBe(
    "You read or watch something to the end, and again after 18 months.",
  );
});
