import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, Settings } from "./settings";
import { supportLink } from "./support-link";

describe("where help comes from", () => {
  it("is the first that the society has: e-mail, telephone, website", () => {
    const society = { websiteUrl: "https://society.example/" };
    expect(supportLink(Settings.parse({ society, support: { email: "a@example.org", phone: "01" } }))).toBe(
      "mailto:a@example.org",
    );
    expect(supportLink(Settings.parse({ society, support: { phone: "+44 1632 960-240" } }))).toBe("tel:+441632960240");
    expect(supportLink(Settings.parse({ society }))).toBe("https://society.example/");
    expect(supportLink(DEFAULT_SETTINGS)).toBeNull();
    expect(supportLink(DEFAULT_SETTINGS, true)).toBe("/support");
  });
});
