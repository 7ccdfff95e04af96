import { COUNTED, INNER, LINK } from "../reasons";
import { type Table, untouched } from "../record";

const SOCIETY = "The society’s own, about no member.";

/** What the product and the society keep for themselves. */
export const AUDIT_CONTENT_AND_SETTINGS: Record<string, Table> = {
  audit_events: {
    holds: "The record of what you did, and of what was done to your account",
    parts: { actor: '"actorId" = :member', account: `"subject" = 'member' AND "subjectId" = :member` },
    download: { name: "record-of-changes", to: ["actor", "account"], orderBy: "id" },
    columns: {
      at: { told: "When", as: "instant", stays: COUNTED },
      actor: { told: "Done by", stays: COUNTED },
      fact: { told: "What", stays: COUNTED },
      subject: { told: "About a", stays: COUNTED },
      data: { told: "Details", stays: "Numbers and words of the product. A test makes sure that no member’s words get in." },
      actorId: { untold: LINK, stays: LINK },
      subjectId: { untold: LINK, stays: LINK },
      id: { untold: INNER, stays: INNER },
    },
  },

  findings: {
    holds: "What the nightly checks found, for staff",
    parts: {
      subject: `"subjectId" = :member OR "subjectId" IN (SELECT "id" FROM "proposals" WHERE :member IN ("menteeId", "mentorId"))`,
    },
    goesWith: ["subject"],
    columns: untouched("About a fault of ours rather than about the person. It is deleted with them all the same.", [
      ...["key", "kind", "subjectId", "detail", "foundAt", "clearedAt"],
    ]),
  },

  documents: {
    holds: "Texts that the society publishes",
    parts: {},
    columns: untouched(SOCIETY, ["slug", "number", "title", "body", "createdAt", "publishedAt", "authorId"]),
  },

  programme_documents: {
    holds: "Texts of a programme’s own",
    parts: {},
    columns: untouched(SOCIETY, [
      ...["programmeId", "slug", "number", "title", "body", "createdAt", "publishedAt", "authorId"],
    ]),
  },

  mail_words: {
    holds: "The society’s own words for e-mails",
    parts: {},
    columns: untouched(SOCIETY, ["id", "kind", "programmeId", "number", "passages", "createdAt", "publishedAt", "authorId"]),
  },

  resources: {
    holds: "What the society gives its members to read and to watch",
    parts: {},
    columns: untouched(SOCIETY, ["id", "position", "publishedNumber", "createdAt"]),
  },

  resource_versions: {
    holds: "All versions of these",
    parts: {},
    columns: untouched(SOCIETY, [
      ...["resourceId", "number", "title", "summary", "audience", "film", "body", "createdAt", "publishedAt", "authorId"],
    ]),
  },

  films: {
    holds: "Films that the society uploaded for its members",
    parts: {},
    columns: untouched(SOCIETY, [
      ...["id", "title", "captions", "fileId", "kind", "size", "seconds", "version", "createdAt", "changedAt"],
    ]),
  },

  film_files: {
    holds: "Their files",
    parts: {},
    columns: untouched(SOCIETY, ["id", "begunAt", "actorId"]),
  },

  film_pieces: {
    holds: "The bytes of these files",
    parts: {},
    columns: untouched(SOCIETY, ["fileId", "number", "bytes"]),
  },

  programmes: {
    holds: "The programmes that the society runs",
    parts: {},
    columns: untouched(SOCIETY, [
      ...["id", "name", "forWhom", "status", "time", "finding", "needsApproval", "takesMembers"],
      ...[
        "opensAt",
        "joinUntil",
        "matchingAt",
        "startsAt",
        "endsAt",
        "own",
        "copiedFromId",
        "createdAt",
        "movedAt",
        "dueAt",
        "version",
      ],
    ]),
  },

  matching_rules: {
    holds: "Rules for who can be matched with whom",
    parts: {},
    columns: untouched(SOCIETY, [
      ...["id", "programmeId", "kind", "menteeFact", "mentorFact", "hours", "mustBeKnown", "createdAt", "retiredAt"],
    ]),
  },

  profile_questions: {
    holds: "Questions that the society asks on profiles",
    parts: {},
    columns: untouched(SOCIETY, [
      ...[
        "id",
        "role",
        "programmeId",
        "number",
        "position",
        "kind",
        "readers",
        "question",
        "help",
        "isRequired",
        "options",
        "isFilter",
        "filledFrom",
        "claim",
      ],
      ...["retiredAt", "version", "createdAt", "changedAt"],
    ]),
  },

  settings: { holds: "The society’s settings", parts: {}, columns: untouched(SOCIETY, ["id", "values", "version"]) },

  logos: {
    holds: "The society’s logo",
    parts: {},
    columns: untouched(SOCIETY, ["name", "image", "width", "height", "uploadedAt", "usedAt"]),
  },

  api_tokens: {
    holds: "Which other systems of the society may read numbers and dates",
    parts: {},
    columns: untouched(SOCIETY, [
      ...["id", "name", "tokenHash", "scopes", "createdAt", "createdById", "expiresAt", "lastUsedAt", "revokedAt"],
    ]),
  },

  webhook_endpoints: {
    holds: "Which other systems of the society are told what happens",
    parts: {},
    columns: untouched(SOCIETY, ["id", "address", "events", "secret", "createdAt", "createdById", "offAt", "offBecause"]),
  },

  webhook_deliveries: {
    holds: "What other systems of the society were told of you: your number, and dates",
    parts: {
      member: '"memberId" = :member',
      partner: `"relationshipId" IN (SELECT "id" FROM "relationships" WHERE :member IN ("menteeId", "mentorId"))`,
    },
    goesWith: ["member", "partner"],
    download: { name: "told-to-other-systems", to: ["member", "partner"], orderBy: "happenedAt" },
    columns: {
      event: { told: "What" },
      happenedAt: { told: "When it happened", as: "instant" },
      state: { told: "Delivered" },
      memberId: { untold: LINK },
      relationshipId: { untold: LINK },
      id: { untold: INNER },
      endpointId: { untold: INNER },
      key: { untold: INNER },
      attempts: { untold: INNER },
      firstAttemptAt: { untold: INNER },
      lastAttemptAt: { untold: INNER },
      nextAttemptAt: { untold: INNER },
      lastAnswer: { untold: INNER },
    },
  },

  demo_clock: { holds: "The demonstration’s clock", parts: {}, columns: untouched(INNER, ["id", "offsetSeconds"]) },

  sweep_runs: {
    holds: "When the sweeps ran",
    parts: {},
    columns: untouched(INNER, ["id", "startedAt", "finishedAt", "counts"]),
  },
};
