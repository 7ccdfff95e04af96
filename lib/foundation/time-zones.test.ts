import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { localOf } from "./dates";
import { listFormerZones, listZones, readZone, todaysZone } from "./time-zones";

const FORMER = listFormerZones();
const OFFERED = listZones("UTC").map(({ value }) => value);
afterEach(() => void vi.restoreAllMocks());

describe("today's name", () => {
  test.each([
    ["Europe/Kiev", "Europe/Kyiv"],
    ["Europe/Kyiv", "Europe/Kyiv"],
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["Asia/Saigon", "Asia/Ho_Chi_Minh"],
    ["Asia/Katmandu", "Asia/Kathmandu"],
    ["Asia/Rangoon", "Asia/Yangon"],
    ["America/Buenos_Aires", "America/Argentina/Buenos_Aires"],
    ["America/Godthab", "America/Nuuk"],
    ["Etc/UTC", "UTC"],
    ["US/Eastern", "America/New_York"],
    ["Europe/Stockholm", "Europe/Stockholm"],
    ["Europe/London", "Europe/London"],
    ["Etc/GMT+5", "Etc/GMT+5"],
  ])("of %s is %s", (name, today) => {
    expect([todaysZone(name), readZone(name)]).toEqual([today, today]);
  });

  test("is today's of itself, whichever name is read", () => {
    const names = fc.constantFrom(...FORMER.flat(), ...OFFERED);
    fc.assert(
      fc.property(names, (name) => {
        expect(readZone(name)).toBe(name.includes("/") || name === "UTC" ? todaysZone(name) : null);
        expect(todaysZone(todaysZone(name))).toBe(todaysZone(name));
      }),
    );
  });

  test("is another name of the same clock", () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 * 5 });
    fc.assert(
      fc.property(fc.constantFrom(...FORMER), minutes, ([former, today], minute) => {
        const at = new Date(Date.UTC(2026, 0, 1) + minute * 60_000);
        expect(localOf(at, today), `${former} is ${today}`).toBe(localOf(at, former));
      }),
      { numRuns: 500 },
    );
  });

  test.each(["", "Nowhere/Atall", "+01:00", "london", "Europe/Lond on", "../etc", "Europe/", "EST", "\u0000"])(
    "%j has none",
    (name) => {
      expect(readZone(name)).toBeNull();
    },
  );
});

describe("the list", () => {
  test("offers each zone once, by the name it has today, and UTC", () => {
    expect(new Set(OFFERED).size).toBe(OFFERED.length);
    for (const name of ["Europe/Kyiv", "Asia/Kolkata", "Asia/Ho_Chi_Minh", "Asia/Kathmandu", "UTC", "Europe/Stockholm"])
      expect(OFFERED).toContain(name);
    const former = new Set(FORMER.map(([name]) => name));
    expect(OFFERED.filter((name) => former.has(name))).toEqual([]);
    expect(OFFERED.filter((name) => readZone(name) !== name)).toEqual([]);
  });

  test("is the same whether the runtime reports old names, new ones, or both with offsets", () => {
    const supported = Intl.supportedValuesOf("timeZone");
    const old = new Map(FORMER.map(([former, today]) => [today, former]));
    const asBefore = [...new Set(supported.map((name) => old.get(todaysZone(name)) ?? name))];
    for (const reported of [supported.map(todaysZone), [...supported, "UTC", "Etc/GMT+5", "Etc/UTC", "EST"], asBefore]) {
      vi.spyOn(Intl, "supportedValuesOf").mockReturnValue(reported);
      expect(listZones("UTC").map(({ value }) => value)).toEqual(OFFERED);
      vi.restoreAllMocks();
    }
  });

  test("keeps what is chosen, whatever it was called, and says it with spaces", () => {
    expect(listZones("Etc/GMT+5").map(({ value }) => value)).toContain("Etc/GMT+5");
    expect(listZones("Europe/Kiev")).toEqual(listZones("UTC"));
    expect(listZones("UTC")).toContainEqual({ value: "America/New_York", label: "America/New York" });
  });
});
