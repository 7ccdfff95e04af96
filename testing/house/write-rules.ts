import { isForTests, type SourceFile, withoutEnding } from "./source-file";

/**
 * Which files may write which table. A decision about a proposal is saved in one statement with its consequences, so
 * proposals/save also writes relationships. notices/consequences writes the audit trail, notices/telling the notices and
 * e-mails. Erasing a member has to write every table: privacy/commands does that, following privacy/inventory.
 */
export const WRITERS: Record<string, readonly string[]> = {
  settings: ["society/settings/commands", "society/settings/save"],
  logos: ["society/settings/save"],
  webhook_endpoints: ["society/webhooks/commands", "society/webhooks/save"],
  webhook_deliveries: ["society/webhooks/commands", "society/webhooks/save", "society/webhooks/upkeep"],
  api_tokens: ["society/api-tokens/commands"],
  demo_clock: ["entrypoints/time-machine"],
  audit_events: [
    "society/audit/commands",
    "society/api-tokens/commands",
    "society/webhooks/commands",
    "society/webhooks/save",
    "society/settings/save",
    "people/auth/record-sign-in",
    "people/appointments/commands",
    "staff/appointing/commands",
    "staff/board/commands",
    "staff/lists/commands",
    "staff/letters/commands",
    "staff/letters/save",
    "people/auth/moved-sign-in",
    "people/auth/sessions/commands",
    "people/auth/second-step/commands",
    "people/auth/second-step/taking",
    "people/auth/local/credentials",
    "people/auth/local/registering",
    "people/auth/local/recovering",
    "people/auth/local/changing",
    "people/registration/commands",
    "people/members/commands",
    "people/profile-questions/commands",
    "pairing/availability/commands",
    "pairing/choices/commands",
    "pairing/queue/commands",
    "pairing/still-available/save",
    "notify/notices/consequences",
    "pairing/programmes/save",
    "pairing/joining/save",
    "people/accounts/commands",
    "pairing/leaving/commands",
    "pairing/leaving/commands",
    "people/pictures/commands",
    "notify/notices/commands",
    "notify/mailbox/commands",
    "notify/delivery/events",
    "society/register/apply",
    "society/register/commands",
    "society/register/save",
    "society/register/upkeep",
    "people/privacy/commands",
    "staff/members/commands",
    "staff/inbox/commands",
    "staff/support/commands",
    "staff/support/answering/commands",
    "society/content/commands",
    "society/resources/save",
    "society/films/save",
  ],
  members: [
    "people/auth/record-sign-in",
    "people/appointments/commands",
    "staff/appointing/commands",
    "people/auth/moved-sign-in",
    "people/auth/sessions/commands",
    "people/auth/local/credentials",
    "people/auth/local/registering",
    "people/auth/local/recovering",
    "people/auth/local/changing",
    "people/registration/commands",
    "people/members/commands",
    "people/accounts/commands",
    "pairing/leaving/commands",
    "pairing/leaving/commands",
    "staff/members/commands",
    // A member's standing comes from the register.
    "society/register/apply",
  ],
  passwords: [
    "people/auth/local/registering",
    "people/auth/local/recovering",
    "people/auth/local/changing",
    "people/auth/local/credentials",
  ],
  passkeys: ["people/auth/second-step/commands", "people/auth/second-step/taking", "staff/members/second-step-sql"],
  code_apps: ["people/auth/second-step/commands", "people/auth/second-step/taking", "staff/members/second-step-sql"],
  recovery_codes: ["people/auth/second-step/commands", "people/auth/second-step/taking", "staff/members/second-step-sql"],
  spent_challenges: ["people/auth/second-step/taking"],
  staff_appointments: ["people/appointments/commands", "staff/appointing/commands"],
  registrations: ["people/auth/local/registering", "people/auth/local/forgetting"],
  one_time_links: ["people/auth/local/recovering", "people/auth/local/changing", "people/auth/local/forgetting"],
  rate_limits: ["people/auth/local/forgetting"],
  ended_sessions: ["people/auth/ended", "people/auth/sessions/commands"],
  sessions: ["people/auth/ended", "people/auth/sessions/commands"],
  register_entries: ["society/register/apply", "society/register/commands"],
  register_imports: ["society/register/apply", "society/register/commands", "society/register/save", "society/register/upkeep"],
  register_pulls: ["society/register/save"],
  register_import_rows: [
    "society/register/apply",
    "society/register/commands",
    "society/register/save",
    "society/register/upkeep",
  ],
  mentor_profiles: [
    "people/members/commands",
    "people/members/upkeep",
    "pairing/availability/commands",
    // Making somebody unavailable and noting that we did is one statement.
    "pairing/still-available/save",
  ],
  first_steps: ["pairing/first-steps/save"],
  availability_checks: ["pairing/still-available/save"],
  mentee_profiles: ["people/members/commands"],
  profile_questions: ["people/profile-questions/commands"],
  profile_answers: ["people/profile-questions/answers-sql"],
  mentor_listings: [],
  mentor_marks: ["pairing/saved/commands"],
  blocks: ["pairing/blocks/commands"],
  kept_addresses: ["pairing/contact/commands"],
  mentor_alerts: ["pairing/alerts/commands"],
  mentor_alert_finds: ["pairing/alerts/commands"],
  mentor_openings: ["pairing/alerts/commands"],
  proposals: ["pairing/proposals/save"],
  proposal_texts: ["pairing/proposals/save"],
  queue_places: ["pairing/queue/commands", "pairing/proposals/save"],
  proposal_choices: ["pairing/choices/commands", "pairing/proposals/save"],
  relationships: ["pairing/proposals/save", "pairing/relationships/save"],
  relationship_rhythms: [],
  check_ins: ["mentoring/check-ins/save"],
  member_letters: ["staff/letters/commands", "staff/letters/save"],
  member_letter_recipients: ["staff/letters/save"],
  staff_letters: ["staff/relationships/letters/commands"],
  today_dismissals: ["staff/inbox/commands"],
  today_acts: ["staff/inbox/many/commands"],
  notifications: [
    "notify/notices/commands",
    "notify/notices/telling",
    "notify/notices/upkeep",
    "people/accounts/commands",
    "pairing/leaving/commands",
    "pairing/leaving/commands",
    "pairing/conversations/commands",
    "pairing/conversations/save",
    "pairing/questions/save",
    "pairing/alerts/commands",
  ],
  meetings: ["mentoring/meetings/save"],
  calendar_feeds: ["notify/calendar/commands"],
  notification_choices: ["notify/notices/commands"],
  mails: [
    "people/auth/moved-sign-in",
    "people/auth/second-step/commands",
    "notify/outbox/queue",
    "notify/outbox/upkeep",
    "notify/mailbox/commands",
    "notify/outbox/digests",
    "notify/delivery/events",
    "notify/notices/telling",
    "pairing/conversations/save",
    "people/auth/local/registering",
    "people/auth/local/recovering",
    "people/auth/local/changing",
    "people/auth/local/forgetting",
    "people/privacy/commands",
  ],
  mail_events: ["notify/delivery/events"],
  mail_blocks: ["notify/delivery/events", "notify/mailbox/commands"],
  programmes: ["pairing/programmes/save"],
  programme_members: ["pairing/joining/save"],
  sweep_runs: ["foundation/deadlines/runs"],
  documents: ["society/content/commands"],
  films: ["society/films/save"],
  film_files: ["society/films/save", "society/films/upkeep"],
  film_pieces: ["society/films/save"],
  resources: ["society/resources/save"],
  resource_versions: ["society/resources/save"],
  pictures: ["people/pictures/commands"],
  contracts: ["mentoring/contracts/commands"],
  reflections: ["mentoring/reflections/commands"],
  sheets: ["mentoring/worksheets/save"],
  sheet_versions: ["mentoring/worksheets/save"],
  goals: ["mentoring/goals/save"],
  goal_steps: ["mentoring/goals/save"],
  conversations: ["pairing/conversations/save"],
  messages: ["pairing/conversations/save"],
  conversation_readers: ["pairing/conversations/commands", "pairing/conversations/save"],
  questions: ["pairing/questions/save"],
  support_requests: ["staff/support/commands", "staff/support/answering/commands", "staff/support/upkeep"],
  support_entries: ["staff/support/commands", "staff/support/answering/commands"],
  support_attachments: ["staff/support/commands"],
  support_messages: ["staff/support/commands"],
  findings: ["foundation/deadlines/sweep", "foundation/deadlines/invariants"],
};

/** The files of a concept that may use the database: queries, commands and their parts. */
const SPEAKERS =
  /\/(queries|commands|save|apply|load|sweep-step|nightly-step|invariants|upkeep|ranking|conditions|[a-z-]+-sql|order-tiers|by-words|waiting)\.ts$/;
/** The foundation may as well. */
const FOUNDATION =
  /^lib\/(foundation\/(db|deadlines|sealing)|society\/(settings|audit)|people\/auth|notify\/(notices|outbox|delivery|mailbox))\/|^lib\/entrypoints\/time-machine\.ts$/;

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
    .filter((file) => file.imports.some((one) => /^lib\/foundation\/db\/|^@prisma\/|^pg$/.test(one.from)))
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
