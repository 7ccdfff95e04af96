/**
 * Today's names of places whose time zone had other names before, each with those names. Node and browsers report either the
 * old or the new one, whichever their edition of the data prefers, so neither may decide what we store and show. Places that
 * only share another place's clock, such as Stockholm with Berlin, are not in it: they have names of their own.
 */
const FORMER_NAMES: Readonly<Record<string, string>> = {
  "Africa/Asmara": "Africa/Asmera",
  "Africa/Bamako": "Africa/Timbuktu",
  "Africa/Cairo": "Egypt",
  "Africa/Tripoli": "Libya",
  "America/Adak": "America/Atka US/Aleutian",
  "America/Anchorage": "US/Alaska",
  "America/Argentina/Buenos_Aires": "America/Buenos_Aires",
  "America/Argentina/Catamarca": "America/Catamarca America/Argentina/ComodRivadavia",
  "America/Argentina/Cordoba": "America/Cordoba America/Rosario",
  "America/Argentina/Jujuy": "America/Jujuy",
  "America/Argentina/Mendoza": "America/Mendoza",
  "America/Atikokan": "America/Coral_Harbour",
  "America/Chicago": "US/Central CST6CDT",
  "America/Denver": "US/Mountain MST7MDT Navajo America/Shiprock",
  "America/Detroit": "US/Michigan",
  "America/Edmonton": "Canada/Mountain America/Yellowknife",
  "America/Halifax": "Canada/Atlantic",
  "America/Havana": "Cuba",
  "America/Indiana/Indianapolis": "America/Indianapolis America/Fort_Wayne US/East-Indiana",
  "America/Indiana/Knox": "America/Knox_IN US/Indiana-Starke",
  "America/Iqaluit": "America/Pangnirtung",
  "America/Jamaica": "Jamaica",
  "America/Kentucky/Louisville": "America/Louisville",
  "America/Los_Angeles": "US/Pacific PST8PDT",
  "America/Manaus": "Brazil/West",
  "America/Mazatlan": "Mexico/BajaSur",
  "America/Mexico_City": "Mexico/General",
  "America/New_York": "US/Eastern EST5EDT",
  "America/Noronha": "Brazil/DeNoronha",
  "America/Nuuk": "America/Godthab",
  "America/Panama": "EST",
  "America/Phoenix": "US/Arizona MST",
  "America/Regina": "Canada/Saskatchewan",
  "America/Rio_Branco": "America/Porto_Acre Brazil/Acre",
  "America/Santiago": "Chile/Continental",
  "America/Sao_Paulo": "Brazil/East",
  "America/St_Johns": "Canada/Newfoundland",
  "America/St_Thomas": "America/Virgin",
  "America/Tijuana": "America/Ensenada America/Santa_Isabel Mexico/BajaNorte",
  "America/Toronto": "Canada/Eastern America/Montreal America/Nipigon America/Thunder_Bay",
  "America/Vancouver": "Canada/Pacific",
  "America/Whitehorse": "Canada/Yukon",
  "America/Winnipeg": "Canada/Central America/Rainy_River",
  "Antarctica/McMurdo": "Antarctica/South_Pole",
  "Arctic/Longyearbyen": "Atlantic/Jan_Mayen",
  "Asia/Ashgabat": "Asia/Ashkhabad",
  "Asia/Dhaka": "Asia/Dacca",
  "Asia/Ho_Chi_Minh": "Asia/Saigon",
  "Asia/Hong_Kong": "Hongkong",
  "Asia/Jerusalem": "Asia/Tel_Aviv Israel",
  "Asia/Kathmandu": "Asia/Katmandu",
  "Asia/Kolkata": "Asia/Calcutta",
  "Asia/Macau": "Asia/Macao",
  "Asia/Makassar": "Asia/Ujung_Pandang",
  "Asia/Nicosia": "Europe/Nicosia",
  "Asia/Seoul": "ROK",
  "Asia/Shanghai": "Asia/Chongqing Asia/Chungking Asia/Harbin PRC",
  "Asia/Singapore": "Singapore",
  "Asia/Taipei": "ROC",
  "Asia/Tehran": "Iran",
  "Asia/Thimphu": "Asia/Thimbu",
  "Asia/Tokyo": "Japan",
  "Asia/Ulaanbaatar": "Asia/Ulan_Bator Asia/Choibalsan",
  "Asia/Urumqi": "Asia/Kashgar",
  "Asia/Yangon": "Asia/Rangoon",
  "Atlantic/Faroe": "Atlantic/Faeroe",
  "Atlantic/Reykjavik": "Iceland",
  "Australia/Adelaide": "Australia/South",
  "Australia/Brisbane": "Australia/Queensland",
  "Australia/Broken_Hill": "Australia/Yancowinna",
  "Australia/Darwin": "Australia/North",
  "Australia/Hobart": "Australia/Tasmania Australia/Currie",
  "Australia/Lord_Howe": "Australia/LHI",
  "Australia/Melbourne": "Australia/Victoria",
  "Australia/Perth": "Australia/West",
  "Australia/Sydney": "Australia/ACT Australia/Canberra Australia/NSW",
  "Europe/Athens": "EET",
  "Europe/Brussels": "CET MET",
  "Europe/Chisinau": "Europe/Tiraspol",
  "Europe/Dublin": "Eire",
  "Europe/Istanbul": "Asia/Istanbul Turkey",
  "Europe/Kyiv": "Europe/Kiev Europe/Uzhgorod Europe/Zaporozhye",
  "Europe/Lisbon": "Portugal WET",
  "Europe/London": "Europe/Belfast GB GB-Eire",
  "Europe/Moscow": "W-SU",
  "Europe/Warsaw": "Poland",
  "Pacific/Auckland": "NZ",
  "Pacific/Chatham": "NZ-CHAT",
  "Pacific/Chuuk": "Pacific/Truk Pacific/Yap",
  "Pacific/Easter": "Chile/EasterIsland",
  "Pacific/Honolulu": "US/Hawaii HST Pacific/Johnston",
  "Pacific/Kanton": "Pacific/Enderbury",
  "Pacific/Kwajalein": "Kwajalein",
  "Pacific/Pago_Pago": "US/Samoa Pacific/Samoa",
  "Pacific/Pohnpei": "Pacific/Ponape",
  UTC: "Etc/UTC Etc/UCT Etc/Universal Etc/Zulu Etc/GMT Etc/GMT+0 Etc/GMT-0 Etc/GMT0 Etc/Greenwich GMT GMT+0 GMT-0 GMT0 Greenwich UCT Universal Zulu",
};

const TODAY = new Map(
  Object.entries(FORMER_NAMES).flatMap(([today, former]) => former.split(" ").map((name) => [name, today] as const)),
);

/** Every earlier name with today's. */
export function listFormerZones(): [former: string, today: string][] {
  return [...TODAY];
}

/** Today's name of a zone that was stored under whichever name; one that has never had another stays as it is. */
export function todaysZone(name: string): string {
  return TODAY.get(name) ?? name;
}

/**
 * Reads the name of a zone, in whatever edition, and returns today's; null when there is no such zone. Offsets such as +01:00
 * are refused, because they do not change with summer time, and so are letters such as EST, which several places call theirs.
 */
export function readZone(name: string): string | null {
  if (!/^(UTC|[A-Z][\w+-]*(\/[\w+-]+)+)$/.test(name)) return null;
  try {
    const { timeZone } = new Intl.DateTimeFormat("en-GB", { timeZone: todaysZone(name) }).resolvedOptions();
    return todaysZone(timeZone);
  } catch {
    return null;
  }
}

/** The zones that a list offers, by today's names: the places of the world that have a time of their own, UTC, and `kept`. */
export function listZones(kept: string): { value: string; label: string }[] {
  const places = Intl.supportedValuesOf("timeZone").map(todaysZone).filter(isPlace);
  const names = new Set([...places, "UTC", todaysZone(kept)]);
  return [...names].sort().map((name) => ({ value: name, label: sayZoneName(name) }));
}

/** "America/New York" */
export function sayZoneName(name: string): string {
  return name.replaceAll("_", " ");
}

/** Newer editions also report fixed offsets such as Etc/GMT+5, which nobody lives by. */
function isPlace(name: string): boolean {
  return name.includes("/") && !name.startsWith("Etc/");
}
