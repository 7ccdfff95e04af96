import { extractText, getDocumentProxy, getMeta } from "unpdf";
import { describe, expect, test } from "vitest";
import { Settings } from "@/lib/society/settings/settings";
import { type Contract, REFUSALS } from "./contract";
import { makeContractPdf } from "./pdf";
import { ERASED, orderSignatures, sayRefusal, saySignature, sayStanding, sayVersion, toRefusal } from "./wording";

const SETTINGS = Settings.parse({
  society: { name: "Guild", product: "Peal" },
  words: { mentor: "adviser", mentee: "ringer" },
});
const AT = new Date("2026-07-01T23:30:00Z");
const LATER = new Date("2026-07-02T09:00:00Z");
const contract = (mentee: Date | null, mentor: Date | null): Contract => ({
  number: 1,
  isUnreadable: false,
  documentNumber: 2,
  isOfProgramme: false,
  digest: "",
  text: {
    title: "Contract of Łucja",
    blocks: [{ type: "paragraph", inlines: [{ type: "text", text: "Between <b>Łucja</b> and us." }] }],
  },
  signatures: { mentee: mentee && { name: "łucja", at: mentee }, mentor: mentor && { name: null, at: mentor } },
});

test("where it stands is said from the reader's side", () => {
  expect(sayStanding(null, "mentee", "Gareth")).toContain("expect of each other");
  expect(sayStanding(contract(AT, null), "mentee", "Gareth")).toBe("You have signed. We have asked Gareth to sign too.");
  expect(sayStanding(contract(AT, null), "mentor", "Łucja")).toBe("Łucja has signed. Now it is your turn.");
  expect(sayStanding(contract(AT, LATER), "mentor", "Łucja")).toBe("You and Łucja have both signed.");
  expect(sayStanding(null, "mentee", "Gareth", false)).toBe("No contract was signed.");
  expect(sayStanding(contract(AT, null), "mentee", "Gareth", false)).toBe("You signed, and Gareth did not.");
  expect(sayStanding(contract(AT, null), "mentor", "Łucja", false)).toBe("Łucja signed, and you did not.");
  expect(sayStanding(contract(AT, LATER), "mentor", "Łucja", false)).toBe("You and Łucja have both signed.");
});

test("a signature says who, as what, and when by whose clock; a name that was erased is nobody's", () => {
  const both = contract(LATER, AT);
  expect(saySignature(both, "mentee", SETTINGS, "Europe/London")).toBe(
    "Signed by łucja (ringer) on 2 July 2026 at 10:00 (Europe/London)",
  );
  expect(saySignature(both, "mentor", SETTINGS, "America/New_York")).toBe(
    "Signed by a former member (adviser) on 1 July 2026 at 19:30 (America/New York)",
  );
  expect(saySignature(contract(null, AT), "mentee", SETTINGS, "UTC")).toBe("Not signed yet by the ringer");
  expect([orderSignatures(both)[0], orderSignatures(contract(AT, null))[0]]).toEqual(["mentor", "mentee"]);
  const version = (documentNumber: number, isOfProgramme = false) => sayVersion({ documentNumber, isOfProgramme }, SETTINGS);
  expect([version(0), version(2), version(2, true)]).toEqual([
    "The text that comes with Peal",
    "Version 2 of the text of Guild",
    "Version 2 of the text of this programme of Guild",
  ]);
});

test.each(REFUSALS)("the refusal %s has a sentence, and can be in an address", (reason) => {
  expect(sayRefusal(reason, "Łucja", "Gareth")).toMatch(/\.$/);
  expect(toRefusal(reason)).toBe(reason);
});

test("nothing else in an address is a refusal", () => {
  for (const odd of [undefined, "", "toString", ["ended"]]) expect(toRefusal(odd)).toBeNull();
});

describe("as PDF", () => {
  const read = async (one: Contract) => {
    const proxy = await getDocumentProxy(new Uint8Array(await makeContractPdf(one, SETTINGS)));
    const { text } = await extractText(proxy, { mergePages: true });
    return { text: text.replace(/\s+/g, " "), info: (await getMeta(proxy)).info };
  };

  test("a contract has its text as it was signed, both signatures and its version", async () => {
    const { text, info } = await read(contract(AT, LATER));
    expect(info).toMatchObject({ Title: "Contract of Łucja", Author: "Guild", Language: "en-GB" });
    expect(text).toContain("Between <b>Łucja</b> and us.");
    expect(text).toContain("Signed by łucja (ringer) on 2 July 2026 at 00:30 (Europe/London)");
    expect(text).toContain("Version 2 of the text of Guild · Page 1 of 1");
  });

  test("one that was erased says so", async () => {
    expect((await read({ ...contract(AT, LATER), text: null })).text).toContain(ERASED);
  });
});
