import { INNER, LINK } from "../reasons";
import { type Table, untouched } from "../record";

const SECRET = "A key to the account. We show it to nobody, not even to the member.";

/** What an account of ours needs for signing in, and the society's register. */
export const SIGN_IN_AND_REGISTER: Record<string, Table> = {
  passwords: {
    holds: "Your password, in a form from which nobody can read it",
    parts: { member: '"memberId" = :member' },
    goesWith: ["member"],
    download: { name: "password", to: ["member"], orderBy: "changedAt", isOne: true },
    columns: {
      memberId: { untold: LINK },
      hash: { untold: SECRET },
      changedAt: { told: "Last changed", as: "instant" },
    },
  },

  passkeys: {
    holds: "Your passkeys, for the second step of signing in",
    parts: { member: '"memberId" = :member' },
    goesWith: ["member"],
    download: { name: "passkeys", to: ["member"], orderBy: "createdAt" },
    columns: {
      id: { untold: LINK },
      memberId: { untold: LINK },
      credentialId: { untold: SECRET },
      publicKey: { untold: SECRET },
      counter: { untold: INNER },
      transports: { untold: INNER },
      name: { told: "Name" },
      createdAt: { told: "Added", as: "instant" },
      lastUsedAt: { told: "Last used", as: "instant" },
    },
  },

  code_apps: {
    holds: "Your authenticator app, for the second step of signing in",
    parts: { member: '"memberId" = :member' },
    goesWith: ["member"],
    download: { name: "authenticator-app", to: ["member"], orderBy: "createdAt", isOne: true },
    columns: {
      memberId: { untold: LINK },
      secret: { untold: SECRET },
      createdAt: { told: "Begun", as: "instant" },
      confirmedAt: { told: "Set up", as: "instant" },
      lastStep: { untold: INNER },
      lastUsedAt: { told: "Last used", as: "instant" },
    },
  },

  recovery_codes: {
    holds: "Your recovery codes, in a form from which nobody can read them",
    parts: { member: '"memberId" = :member' },
    goesWith: ["member"],
    download: { name: "recovery-codes", to: ["member"], orderBy: "createdAt" },
    columns: {
      memberId: { untold: LINK },
      hash: { untold: SECRET },
      createdAt: { told: "Made", as: "instant" },
    },
  },

  spent_challenges: {
    holds: "Questions to passkeys that were answered, so that no answer counts twice",
    parts: {},
    columns: untouched("A random number that belongs to no member. The nightly job deletes it.", ["id", "expiresAt"]),
  },

  registrations: {
    holds: "What you typed when you created your account, until you confirmed your address",
    parts: {},
    columns: untouched(
      "About no member yet: somebody typed it and has not shown that it is theirs. The nightly job deletes it.",
      [...["id", "memberId", "number", "name", "email", "role", "passwordHash", "tokenHash", "createdAt", "expiresAt"]],
    ),
  },

  staff_appointments: {
    holds: "Who is to become staff at their first sign-in",
    parts: {},
    columns: untouched(
      "About no member yet: a number from the society, until its holder signs in. The nightly job deletes it after 30 days.",
      ["number", "staff", "appointedAt", "expiresAt"],
    ),
  },

  one_time_links: {
    holds: "Links for a new password or another address",
    parts: { member: '"memberId" = :member' },
    goesWith: ["member"],
    download: { name: "links", to: ["member"], orderBy: "createdAt" },
    columns: {
      id: { untold: LINK },
      memberId: { untold: LINK },
      purpose: { told: "For" },
      newEmail: { told: "New address" },
      tokenHash: { untold: SECRET },
      epoch: { untold: INNER },
      createdAt: { told: "Asked for", as: "instant" },
      expiresAt: { told: "Good until", as: "instant" },
      usedAt: { told: "Used", as: "instant" },
    },
  },

  rate_limits: {
    holds: "How often something was tried, to slow down guessing",
    parts: {},
    columns: untouched("Keys are hashes, which identify nobody. The nightly job deletes them.", ["key", "points", "expire"]),
  },

  ended_sessions: {
    holds: "Sessions that were ended by Log Out, so that nobody can keep using a copy",
    parts: {},
    columns: untouched("A random number that belongs to no member. The nightly job deletes it.", ["id", "endedAt"]),
  },

  sessions: {
    holds: "Where you are signed in",
    parts: { member: '"memberId" = :member' },
    goesWith: ["member"],
    download: { name: "sessions", to: ["member"], orderBy: "signedInAt" },
    columns: {
      id: { untold: SECRET },
      memberId: { untold: LINK },
      epoch: { untold: INNER },
      device: { told: "Device" },
      signedInAt: { told: "Signed in", as: "instant" },
      lastUsedAt: { told: "Last used", as: "instant" },
    },
  },

  register_entries: {
    holds: "What the society’s register says of you besides name, address and standing",
    parts: { member: '"number" = (SELECT m."number" FROM "members" m WHERE m."id" = :member) AND "further" IS NOT NULL' },
    download: { name: "register", to: ["member"], orderBy: "number", isOne: true },
    columns: {
      ...untouched("The society’s own list, which it keeps with or without an account here.", [
        ...["number", "name", "surnameKey", "email", "standing", "importedAt"],
      ]),
      // The next import of a register with these columns brings it back: it is the society's own list.
      further: { told: "Further columns", erased: { member: "NULL" } },
    },
  },

  register_imports: {
    holds: "When the society’s register was refreshed",
    parts: {},
    columns: untouched("About the society’s own list. The file goes when it is imported, dropped, or a day old.", [
      ...[
        "id",
        "state",
        "source",
        "byId",
        "startedAt",
        "changedAt",
        "finishedAt",
        "fileName",
        "digest",
        "encoding",
        "delimiter",
      ],
      ...["file", "head", "mapping", "run", "rows", "rowsRead", "basisId", "isPart", "readings", "counts"],
    ]),
  },

  register_pulls: {
    holds: "When the membership system was last asked for the register",
    parts: {},
    columns: untouched("How another system answered; about nobody.", ["id", "askedAt", "result", "detail", "etag", "digest"]),
  },

  register_import_rows: {
    holds: "The society’s register while it is being refreshed",
    parts: {},
    columns: untouched(
      "The society’s own list, on its way into the register. It is deleted when that is done, and rows that were left out a day later.",
      [
        ...["importId", "line", "number", "name", "surnameKey", "email", "standing", "further"],
        ...["problem", "said", "keeps", "cells"],
      ],
    ),
  },
};
