import { notFound } from "next/navigation";
import { RadioGroup } from "@/components/ui/choices";
import { EmptyState } from "@/components/ui/empty-state";
import { Kept } from "@/components/ui/filter-form";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Link } from "@/components/ui/link";
import { Page, titleOf } from "@/components/ui/page";
import { sayNumber } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import type { Settings } from "@/lib/society/settings/settings";
import { findChoice, type OfferedMentor } from "@/lib/staff/matching/drafts/queries";
import { addressOf, ListInput } from "@/lib/staff/matching/input";
import { findRun } from "@/lib/staff/matching/queries";
import { sayChoose, sayReasonForStaff } from "@/lib/staff/matching/wording";
import { chooseMentor } from "../../actions";

/** Another mentor for a mentee, among those who suit them best. */
export default async function ChoosePage({ params, searchParams }: PageProps<"/admin/matching/[run]/[mentee]">) {
  const viewer = await requireStaff("matching");
  const [{ settings }, { run: runId, mentee: menteeId }, asked] = await Promise.all([readRequest(), params, searchParams]);
  const run = await findRun(viewer, runId);
  const choice = run && (await findChoice(viewer, runId, menteeId, settings));
  if (!run || !choice) notFound();
  const { mentee, current, offered } = choice;
  const list = ListInput.parse(asked);
  const { words } = settings;
  const title = sayChoose(mentee.name, words);
  const isOpen = run.status === "drafted" && (current === null || current.state === "draft");
  return (
    <Page
      settings={settings}
      title={title}
      heading={<span className="wrap-anywhere">{title}</span>}
      lede={current ? `The match at present: ${current.mentorName}.` : `${mentee.name} has no match at present.`}
      back={{ href: addressOf(runId, list), label: `Matching: ${run.programme}` }}
      done={asked.done}
      isNarrow
    >
      {!isOpen ? (
        <p>This match has been published, or the matching is still at work, so you cannot choose another at present.</p>
      ) : offered.length === 0 ? (
        <EmptyState heading={`No ${words.mentor} suits them`}>
          <p>When the matching began, there was nobody with a free place who could be matched with {mentee.name}.</p>
        </EmptyState>
      ) : (
        <Form action={chooseMentor} submit="Match them" title={titleOf(title, settings)} isOneOfSeveral>
          <HiddenField name="runId" initial={runId} />
          <HiddenField name="menteeId" initial={menteeId} />
          <HiddenField name="seen" initial={current?.version ?? 0} />
          <Kept values={list} />
          <p>
            The pair is locked, so that it stays when you match everybody again. Where all places are taken, the pair that fits
            least and is not locked makes room: its {words.mentee} gets their next best {words.mentor} with a free place, or is
            left over.
          </p>
          <RadioGroup
            name="mentorId"
            legend={`The best ${words.mentors} for ${mentee.name}`}
            options={offered.map((one) => ({
              value: one.id,
              label: `${one.name}: ${one.id === current?.mentorId ? "the match at present" : sayPlaces(one)}`,
              hint: sayWhy(one, settings),
            }))}
            initial={current ? [current.mentorId] : []}
          />
        </Form>
      )}
      <p>
        <Link href={`/admin/matching/pair?programme=${run.programmeId}&mentee=${menteeId}`}>
          Compare {mentee.name} with somebody else
        </Link>
      </p>
    </Page>
  );
}

function sayPlaces({ places, taken, loose }: OfferedMentor): string {
  if (taken < places) return `${sayNumber(places - taken)} of ${sayNumber(places)} free`;
  return loose > 0 ? "no free place, another pair would make room" : "no free place, all locked or published";
}

function sayWhy({ reasons }: OfferedMentor, { words }: Settings): string {
  return reasons.map((reason) => `${sayReasonForStaff(reason, words)}.`).join(" ");
}
