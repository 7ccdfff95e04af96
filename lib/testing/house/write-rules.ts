import { isForTests, type SourceFile, withoutEnding } from "./source-file";

/**
 * Who writes which table. A decision about a proposal is saved in one statement with what follows from it, hence the
 * relationship in proposals/save; the audit trail comes from notifications/consequences, notices and their mails from
 * notifications/telling. Erasing a member writes every table by its nature: privacy/commands does, as privacy/inventory
 * says and nothing else.
 */
export const WRITERS: Record<string, readonly string[]> = {
  settings: ["settings/commands", "settings/save"],
  logos: ["settings/save"],
  demo_clock: ["time-machine"],
  audit_events: [
    "audit/commands",
    "settings/save",
    "auth/record-sign-in",
    "auth/local/credentials",
    "auth/local/registering",
    "auth/local/recovering",
    "auth/local/changing",
    "registration/commands",
    "members/commands",
    "availability/commands",
    "notifications/consequences",
    "accounts/commands",
    "pictures/commands",
    "notifications/commands",
    "mail/commands",
    "mail/events",
    "register/commands",
    "register/save",
    "register/upkeep",
    "privacy/commands",
    "directory/commands",
    "today/commands",
    "support/commands",
    "support/desk/commands",
    "content/commands",
    "resources/save",
  ],
  members: [
    "auth/record-sign-in",
    "auth/local/credentials",
    "auth/local/registering",
    "auth/local/recovering",
    "auth/local/changing",
    "registration/commands",
    "members/commands",
    "accounts/commands",
    "directory/commands",
    // A member's standing is what the register says of their number.
    "register/save",
  ],
  passwords: ["auth/local/registering", "auth/local/recovering", "auth/local/changing", "auth/local/credentials"],
  registrations: ["auth/local/registering", "auth/local/forgetting"],
  one_time_links: ["auth/local/recovering", "auth/local/changing", "auth/local/forgetting"],
  rate_limits: ["auth/local/forgetting"],
  ended_sessions: ["auth/ended"],
  register_entries: ["register/commands", "register/save"],
  register_imports: ["register/commands", "register/save", "register/upkeep"],
  register_import_rows: ["register/commands", "register/save", "register/upkeep"],
  mentor_profiles: ["members/commands", "members/upkeep", "availability/commands"],
  mentee_profiles: ["members/commands"],
  mentor_listings: [],
  proposals: ["proposals/save"],
  proposal_texts: ["proposals/save"],
  relationships: ["proposals/save", "relationships/save"],
  relationship_rhythms: [],
  staff_letters: ["oversight/commands"],
  today_dismissals: ["today/commands"],
  notifications: ["notifications/commands", "notifications/telling", "accounts/commands", "messages/commands"],
  meetings: ["meetings/save"],
  calendar_feeds: ["calendar/commands"],
  notification_choices: ["notifications/commands"],
  mails: [
    "mail/queue",
    "mail/commands",
    "mail/clockwork",
    "mail/events",
    "notifications/telling",
    "messages/commands",
    "auth/local/registering",
    "auth/local/recovering",
    "auth/local/changing",
    "auth/local/forgetting",
    "privacy/commands",
  ],
  mail_events: ["mail/events", "mail/upkeep"],
  mail_blocks: ["mail/events", "mail/commands"],
  sweep_runs: ["deadlines/runs"],
  documents: ["content/commands"],
  resources: ["resources/save"],
  resource_versions: ["resources/save"],
  pictures: ["pictures/commands"],
  contracts: ["contracts/commands"],
  reflections: ["reflections/commands"],
  sheets: ["sheets/save"],
  sheet_versions: ["sheets/save"],
  goals: ["goals/save"],
  goal_steps: ["goals/save"],
  conversations: ["messages/commands"],
  messages: ["messages/commands"],
  conversation_readers: ["messages/commands"],
  support_requests: ["support/commands", "support/desk/commands"],
  support_entries: ["support/commands", "support/desk/commands"],
  support_attachments: ["support/commands"],
  support_messages: ["support/commands"],
  findings: ["deadlines/sweep", "deadlines/invariants"],
};

/** Files of a concept that speak to the database: queries, commands, and the parts that those are divided into. */
const SPEAKERS = /\/(queries|commands|save|load|clockwork|invariants|upkeep|ranking|conditions|tiers|by-words)\.ts$/;
/** The foundation may as well. */
const FOUNDATION = /^lib\/((db|settings|auth|audit|notifications|mail|deadlines|sealing)\/|time-machine\.ts$)/;

const METHODS = "create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany";
const MODEL_WRITE = new RegExp(`\\.\\s*(\\w+)\\s*\\.\\s*(?:${METHODS})\\(`, "g");
const RAW_WRITE = /\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|MERGE\s+INTO|TRUNCATE)\s+(?:ONLY\s+)?"(\w+)"/gi;

/** One sentence for each file of lib or app that writes a table which is not its own. */
export function findForeignWrites(files: readonly SourceFile[], schema: string): string[] {
  const tables = readTables(schema);
  return files
    .filter((file) => /^(lib|app|components)\//.test(file.path) && !isForTests(file.path))
    .flatMap((file) => {
      const name = withoutEnding(file.path).replace(/^lib\//, "");
      const byModel = [...file.text.matchAll(MODEL_WRITE)].map((match) => tables.get(match[1] ?? ""));
      const byHand = [...file.text.matchAll(RAW_WRITE)].map((match) => match[1]);
      return [...new Set([...byModel, ...byHand])]
        .filter((table) => table !== undefined && !WRITERS[table]?.includes(name))
        .map((table) => `${file.path} may not write ${table}`);
    });
}

/** One sentence for each file that speaks to the database and should not. */
export function findUnexpectedSpeakers(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => /^(lib|app|components)\//.test(file.path) && !isForTests(file.path))
    .filter((file) => file.imports.some((one) => /^lib\/db\/|^@prisma\/|^pg$/.test(one.from)))
    .filter((file) => !SPEAKERS.test(file.path) && !FOUNDATION.test(file.path))
    .map((file) => `${file.path} may not speak to the database`);
}

/** Model → table, from the schema files. */
export function readTables(schema: string): Map<string, string> {
  const models = [...schema.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)];
  return new Map(
    models.map(([, model = "", body = ""]) => [
      model.charAt(0).toLowerCase() + model.slice(1),
      /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model,
    ]),
  );
}
