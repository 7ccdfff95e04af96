import { GoalList } from "@/components/goals/goal-list";
import { RelationshipPage } from "@/components/relationships/relationship-page";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { WhoReads } from "@/components/ui/who-reads";
import { dayOf } from "@/lib/foundation/dates";
import { listGoals } from "@/lib/mentoring/goals/queries";
import { requireTool } from "../require-relationship";

export default async function GoalsPage({ params, searchParams }: PageProps<"/relationships/[id]/goals">) {
  const { viewer, settings, relationship, id, whoReads, when, mayBegin } = await requireTool("goals", params);
  const [goals, { done }] = await Promise.all([listGoals(viewer, id), searchParams]);
  const here = `/relationships/${id}/goals`;
  const list = { href: here, today: dayOf(when.now, when.timeZone), ...when };
  const of = (status: string) => goals.filter((goal) => goal.status === status);
  const [open, achieved, dropped] = [of("open"), of("achieved"), of("dropped")];
  return (
    <RelationshipPage
      settings={settings}
      relationship={relationship}
      current="goals"
      heading="Goals"
      title={`Goals – You and ${relationship.partner.name}`}
      lede={
        relationship.isOpen
          ? "Your aims, when you hope to reach them, and how they are going."
          : "Your aims, and how far you came with them."
      }
      done={done}
    >
      {goals.length === 0 && (
        <EmptyState
          heading={relationship.isOpen ? "No goals yet" : "You did not set any goals"}
          action={mayBegin && <LinkButton href={`${here}/new`}>Set a goal</LinkButton>}
        >
          <p>
            Two or three are plenty. A good one says what will be different, why it matters, and how you will both know that you
            have got there.{!relationship.without.includes("g-star") && " The actions of a G-STAR can become goals too."}
          </p>
        </EmptyState>
      )}
      {goals.length > 0 && open.length === 0 && relationship.isOpen && <p>No goal is open at the moment.</p>}
      {open.length > 0 && (
        <section aria-labelledby="open" className="grid gap-4">
          <h2 id="open">Open</h2>
          <GoalList goals={open} {...list} />
        </section>
      )}
      {goals.length > 0 && mayBegin && (
        <p>
          <LinkButton href={`${here}/new`}>Add another</LinkButton>
        </p>
      )}
      {achieved.length > 0 && (
        <section aria-labelledby="achieved" className="grid gap-4 border-l-4 border-accent bg-tint px-5 py-4">
          <h2 id="achieved">Achieved</h2>
          <GoalList goals={achieved} {...list} />
        </section>
      )}
      {dropped.length > 0 && (
        <details>
          <summary className="py-1.5 text-accent">Dropped ({dropped.length})</summary>
          <div className="mt-3">
            <GoalList goals={dropped} {...list} />
          </div>
        </details>
      )}
      <WhoReads>{whoReads}</WhoReads>
    </RelationshipPage>
  );
}
