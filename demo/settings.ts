import { type ListEntry, Settings } from "@/lib/society/settings/settings";

export const SOCIETY_NAME = "Institute of Applied Practice";
export const SUPPORT_EMAIL = "mentoring@example.org";
export const SUPPORT_PHONE = "01632 960240";

/** The demonstration society's settings; `societyUrl` is the address of its membership website. */
export function demoSettings(societyUrl: string): Settings {
  return Settings.parse({
    society: {
      name: SOCIETY_NAME,
      product: "Connect",
      websiteUrl: `${societyUrl}/`,
      accountUrl: `${societyUrl}/`,
      renewUrl: `${societyUrl}/renew`,
      accent: "#1f4f63",
      accentOnDark: "#93c7d8",
      timeZone: "Europe/London",
    },
    support: { email: SUPPORT_EMAIL, phone: SUPPORT_PHONE },
    // The demonstration is as complete as it gets.
    setup: { dismissed: ["logo", "sign-in", "mail", "register", "texts", "contract", "second-admin"] },
    words: { mentor: "mentor", mentors: "mentors", mentee: "mentee", mentees: "mentees" },
    topics: numbered([
      "Career planning",
      "Work/life balance",
      "Personal goals",
      "Communication and influencing",
      "Raising profile",
      "Personal confidence",
      "A specific skill",
    ]),
    sectors: numbered(SECTORS),
    regions: numbered(REGIONS),
    methods: numbered(["In person", "Video call", "Telephone", "E-mail"]),
    languages: numbered(LANGUAGES),
    careerStages: numbered([
      "Student or trainee",
      "First years in practice",
      "Mid-career",
      "Senior",
      "Changing direction",
      "Returning after a break",
    ]),
  });
}

const SECTORS = [
  "Health and social care",
  "Education and training",
  "Engineering and infrastructure",
  "Local and central government",
  "Charity and community",
  "Finance and insurance",
  "Law and regulation",
  "Digital and data",
  "Environment and energy",
  "Housing and planning",
  "Arts, culture and heritage",
  "Research and universities",
];

const REGIONS = [
  "Scotland",
  "Wales",
  "Northern Ireland",
  "North East England",
  "North West England",
  "Yorkshire and the Humber",
  "East Midlands",
  "West Midlands",
  "East of England",
  "London",
  "South East England",
  "South West England",
  "Channel Islands and Isle of Man",
  "Elsewhere in Europe",
  "Outside Europe",
];

const LANGUAGES = [
  "English",
  "Welsh",
  "French",
  "Polish",
  "Urdu",
  "Spanish",
  "German",
  "Arabic",
  "Bengali",
  "Gujarati",
  "Punjabi",
  "Hindi",
  "Tamil",
  "Portuguese",
  "Italian",
  "Romanian",
  "Cantonese",
  "Mandarin",
  "Japanese",
  "Yoruba",
  "Igbo",
  "Somali",
  "Turkish",
  "Greek",
  "Swedish",
  "Irish",
  "Scottish Gaelic",
  "British Sign Language",
];

/** Numbered from 1 in the order of the list; add at the end, since profiles keep the numbers. */
function numbered(labels: readonly string[]): { id: number; label: string }[] {
  return labels.map((label, i) => ({ id: i + 1, label }));
}

/** The ids of the society's lists by label, as `listIds().topics("Career planning")`. */
export function listIds() {
  const settings = demoSettings("http://localhost");
  const finder = (list: readonly ListEntry[]) => (label: string) => {
    const entry = list.find((one) => one.label === label);
    if (!entry) throw new Error(`the society has no ${label}`);
    return entry.id;
  };
  return {
    topics: finder(settings.topics),
    sectors: finder(settings.sectors),
    regions: finder(settings.regions),
    methods: finder(settings.methods),
    languages: finder(settings.languages),
    careerStages: finder(settings.careerStages),
  };
}
