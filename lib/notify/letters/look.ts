import type { Settings } from "@/lib/society/settings/settings";

/** Mail clients want styles on the elements; what differs in the dark or on a phone is in STYLE_SHEET, by class. */
export const LIGHT = { paper: "#fbf9f4", sheet: "#fffefb", ink: "#1f2430", soft: "#565c69", rule: "#ddd7ca", tint: "#f2efe7" };
const DARK = { paper: "#14171c", sheet: "#1a1e25", ink: "#ece8df", soft: "#a8adb8", rule: "#323844", tint: "#232833" };

export const SANS = "'Atkinson Hyperlegible Next', -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
export const SERIF = "Newsreader, Georgia, 'Times New Roman', serif";

/** The rules for dark screens and narrow ones. */
export function styleSheet({ accentOnDark }: Settings["society"]): string {
  return `
    .paper { background-color: ${LIGHT.paper}; }
    @media (prefers-color-scheme: dark) {
      .paper { background-color: ${DARK.paper} !important; }
      .sheet { background-color: ${DARK.sheet} !important; border-color: ${DARK.rule} !important; }
      .ink { color: ${DARK.ink} !important; }
      .soft { color: ${DARK.soft} !important; }
      .quote { background-color: ${DARK.tint} !important; border-color: ${accentOnDark} !important; color: ${DARK.ink} !important; }
      .link { color: ${accentOnDark} !important; }
      .action { background-color: ${accentOnDark} !important; color: ${inkOn(accentOnDark)} !important; }
    }
    @media (max-width: 480px) {
      .frame { padding: 0 !important; }
      .sheet { padding: 20px 18px !important; border-radius: 0 !important; }
      .action { display: block !important; text-align: center !important; }
    }`;
}

/** Black or white, whichever is read more easily on this colour (#rrggbb). */
export function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  // Contrast with white and with black are equal at this luminance.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#000000" : "#ffffff";
}
