import { type Refusal, refuse } from "@/lib/foundation/result";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { auditedAs } from "@/lib/society/audit/fact";
import type { Actor, Circumstances, Command, Decision, Joining, RefusalReason } from "./joining";
import type { JoiningNotice } from "./notices";

type Decided = Decision | Refusal<RefusalReason>;

/**
 * Who is in a programme. Takes the joining as it stands (null when they have never asked), a command with what it depends on, and the
 * time; returns what should be true next, or a refusal.
 */
export function decide(joining: Joining | null, command: Command, circumstances: Circumstances, now: Date): Decided {
  const { programme, member } = circumstances;
  const { type, actor } = command;
  if (programme.id === SOCIETY_SCHEME) return refuse("society-scheme");
  const isOfStaff = type === "approve" || type === "decline";
  if (isOfStaff !== (actor.kind === "staff")) return refuse("not-yours");
  // Staff decide nothing that they have a part in.
  if (isOfStaff === (actor.memberId === member.memberId)) return refuse("not-yours");
  if (type === "join") return join(joining, actor, circumstances, now);
  if (joining === null) return refuse(isOfStaff ? "not-applied" : "not-in");
  switch (type) {
    case "leave":
      if (joining.status === "left" || joining.status === "declined") return refuse("not-in");
      return decision({ ...joining, status: "left" }, programme, actor, now, "left-programme", null);
    case "limit":
      return limit(joining, command.places, circumstances, actor, now);
    case "approve":
      // Somebody who was declined may be taken after all.
      if (joining.status === "joined") return refuse("already-in");
      if (joining.status === "left") return refuse("not-applied");
      return decision({ ...joining, status: "joined" }, programme, actor, now, "let-into-programme", "programme-joined");
    case "decline":
      if (joining.status === "left" || joining.status === "declined") return refuse("not-applied");
      return joining.status === "joined"
        ? decision({ ...joining, status: "declined" }, programme, actor, now, "taken-out-of-programme", "programme-taken-out")
        : decision({ ...joining, status: "declined" }, programme, actor, now, "declined-for-programme", "programme-declined");
  }
}

function join(joining: Joining | null, actor: Actor, { programme, member }: Circumstances, now: Date): Decided {
  if (joining?.status === "joined") return refuse("already-in");
  if (joining?.status === "applied") return refuse("already-applied");
  if (joining?.status === "declined") return refuse("declined");
  if (!member.holdsRole) return refuse("no-role");
  if (!programme.takesMembers) return refuse("takes-nobody");
  if (!member.hasProfile) return refuse("no-profile");
  const status = programme.needsApproval ? "applied" : "joined";
  const { memberId, role } = member;
  const fresh: Joining = joining ?? {
    ...{ programmeId: programme.id, memberId, role, status, capacity: null },
    askedAt: now,
    movedAt: now,
    version: 0,
  };
  const fact = status === "applied" ? "applied-for-programme" : "joined-programme";
  return decision({ ...fresh, status, askedAt: now }, programme, actor, now, fact, null);
}

function limit(joining: Joining, places: number | null, { programme }: Circumstances, actor: Actor, now: Date): Decided {
  if (joining.role !== "mentor") return refuse("mentors-only");
  if (joining.status !== "joined") return refuse("not-in");
  if (joining.capacity === places) return refuse("nothing-changed");
  const next = { ...joining, capacity: places };
  return decision(next, programme, actor, now, "limited-places-in-programme", null, false);
}

function decision(
  next: Joining,
  programme: Circumstances["programme"],
  actor: Actor,
  now: Date,
  fact: string,
  kind: JoiningNotice | null,
  hasMoved = true,
): Decision {
  const version = next.version + 1;
  const joining = { ...next, movedAt: hasMoved ? now : next.movedAt, version };
  const { programmeId, memberId, role } = joining;
  return {
    ok: true,
    joining,
    facts: [
      {
        ...{ at: now, actor: auditedAs(actor.kind), actorId: actor.memberId, fact },
        ...{ subject: "member", subjectId: memberId, data: { role, programmeId, programme: programme.name } },
      },
    ],
    notices: kind
      ? [
          {
            key: ["programme", programmeId, memberId, role, version].join(":"),
            ...{ to: memberId, role, kind, proposalId: null, aboutId: null },
            data: { programmeId, programme: programme.name },
          },
        ]
      : [],
  };
}
