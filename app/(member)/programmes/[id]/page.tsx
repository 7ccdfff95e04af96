import { AnswerFields } from "@/components/profile-questions/answer-fields";
import { RoleConditions } from "@/components/readiness/role-conditions";
import { Draft } from "@/components/ui/draft";
import { NumberField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Link } from "@/components/ui/link";
import { Page, titleOf } from "@/components/ui/page";
import type { Role, Viewer } from "@/lib/foundation/viewer";
import { capital } from "@/lib/foundation/wording";
import { findOffered, type OfferedProgramme } from "@/lib/pairing/joining/queries";
import { sayJoin, sayStanding } from "@/lib/pairing/joining/wording";
import { sayForMembers, sayNextDate } from "@/lib/pairing/programmes/wording";
import { listRoleConditions, type RoleCondition } from "@/lib/pairing/readiness/conditions/queries";
import { sayNeeds } from "@/lib/pairing/readiness/wording";
import { findNothing, holds, readRequest, requireViewer } from "@/lib/people/auth/session";
import type { AskedQuestion } from "@/lib/people/profile-questions/profile-question";
import { listAsked } from "@/lib/people/profile-questions/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { joinProgramme, leaveProgramme, limitPlaces, saveJoiningAnswers } from "../actions";

export default async function ProgrammePage({ params, searchParams }: PageProps<"/programmes/[id]">) {
  const viewer = await requireViewer();
  const [{ settings, now }, { id }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  const offered = await findOffered(viewer, id, now);
  if (!offered) findNothing(viewer, "programme");
  const { programme } = offered;
  const next = sayNextDate(programme, now, viewer.timeZone);
  const roles = (["mentee", "mentor"] as const).filter((role) => holds(viewer, role));
  const [conditions, questions] = await Promise.all([
    listRoleConditions(viewer.memberId, roles, programme.id),
    listAsked(viewer, roles, programme.id),
  ]);
  return (
    <Page
      settings={settings}
      title={programme.name}
      heading={<span className="prose-plain">{programme.name}</span>}
      lede={<span className="prose-plain">{programme.forWhom}</span>}
      // The list knows only what is under way.
      back={
        programme.status === "closed"
          ? { href: "/relationships", label: "Relationships" }
          : { href: "/programmes", label: "Programmes" }
      }
      done={done}
      isNarrow
    >
      <p>
        {sayForMembers(programme, settings.words)}
        {next && ` ${next}.`}
      </p>
      {roles.map((role) => (
        <Standing key={role} {...{ role, offered, conditions, questions, viewer, settings, now }} />
      ))}
    </Page>
  );
}

interface StandingProps {
  role: Role;
  offered: OfferedProgramme;
  conditions: readonly RoleCondition[];
  questions: readonly AskedQuestion[];
  viewer: Viewer;
  settings: Settings;
  now: Date;
}

/** Where the viewer stands in it in one of their roles, and what they can do about it. */
function Standing({ role, offered: { programme, standings }, conditions, questions, viewer, settings, now }: StandingProps) {
  const { words } = settings;
  const standing = standings[role] ?? null;
  const title = titleOf(programme.name, settings);
  const isIn = standing?.status === "joined" || standing?.status === "applied";
  const mayJoin = programme.takesMembers && !isIn && standing?.status !== "declined";
  const asked = mayJoin || isIn ? questions.filter((question) => question.role === role) : [];
  return (
    <section aria-labelledby={role} className="grid grid-cols-1 gap-4 border-t border-rule pt-6">
      <h2 id={role}>As {words[role]}</h2>
      <p>{sayStanding(standing?.status ?? null, role, words)}</p>
      {standing?.status === "joined"
        ? conditions.some((condition) => condition.role === role && condition.isAsked) && (
            <p>
              <Link href="/readiness">{sayNeeds(role, words)}</Link>
            </p>
          )
        : (mayJoin || isIn) && (
            <RoleConditions
              roles={[role]}
              {...{ conditions, settings, now }}
              programme={programme.name}
              timeZone={viewer.timeZone}
            />
          )}
      {mayJoin && (
        <Form action={joinProgramme} submit={sayJoin(role, programme.needsApproval, words)} title={title} isOneOfSeveral>
          <Which programmeId={programme.id} role={role} />
          <Own {...{ asked, role, settings, viewer }} programmeId={programme.id} />
        </Form>
      )}
      {isIn && asked.length > 0 && (
        <Form action={saveJoiningAnswers} submit="Save answers" kind="quiet" title={title} isOneOfSeveral>
          <Which programmeId={programme.id} role={role} />
          <Own {...{ asked, role, settings, viewer }} programmeId={programme.id} />
        </Form>
      )}
      {role === "mentor" && standing?.status === "joined" && (
        <Form action={limitPlaces} submit="Save places" kind="quiet" title={title} isOneOfSeveral>
          <HiddenField name="programmeId" initial={programme.id} />
          <NumberField
            name="places"
            label={`${capital(words.mentees)} at once in this programme (optional)`}
            hint="Leave this empty to take as many as your profile says. They all count there too."
            initial={standing.capacity}
          />
        </Form>
      )}
      {isIn && (
        <Form
          action={leaveProgramme}
          submit={standing.status === "applied" ? "Take back my application" : "Leave this programme"}
          kind="plain"
          title={title}
          isOneOfSeveral
        >
          <Which programmeId={programme.id} role={role} />
          {standing.status === "joined" && (
            <p className="text-soft">
              When you leave, nobody can find you in it any more. Your <Link href="/relationships">relationships</Link> and open
              proposals stay as they are.
            </p>
          )}
        </Form>
      )}
    </section>
  );
}

interface OwnProps {
  asked: readonly AskedQuestion[];
  role: Role;
  settings: Settings;
  viewer: Viewer;
  programmeId: string;
}

/** The programme's own questions; what was typed there is kept until it is sent. */
function Own({ asked, role, settings, viewer, programmeId }: OwnProps) {
  if (asked.length === 0) return null;
  return (
    <>
      <Draft memberId={viewer.memberId} place={`programmes/${programmeId}/${role}`} />
      <AnswerFields asked={asked} settings={settings} of={role} />
    </>
  );
}

function Which({ programmeId, role }: { programmeId: string; role: Role }) {
  return (
    <>
      <HiddenField name="programmeId" initial={programmeId} />
      <HiddenField name="role" initial={role} />
    </>
  );
}
