import { notFound } from "next/navigation";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Page, titleOf } from "@/components/ui/page";
import { sayNumber } from "@/lib/foundation/wording";
import { findProgramme } from "@/lib/pairing/programmes/queries";
import { settingsOf } from "@/lib/pairing/programmes/settings-of";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { countReach } from "@/lib/staff/matching/publishing/queries";
import { findRun } from "@/lib/staff/matching/queries";
import { publishAll } from "../../actions";

/** What will go out to how many, before anything does. */
export default async function PublishPage({ params }: PageProps<"/admin/matching/[run]/publish">) {
  const viewer = await requireStaff("matching");
  const [{ settings, now }, { run: id }] = await Promise.all([readRequest(), params]);
  const run = await findRun(viewer, id);
  if (run?.status !== "drafted") notFound();
  const [reach, programme] = await Promise.all([countReach(viewer, id, now), findProgramme(run.programmeId, now)]);
  const { proposals } = settingsOf(programme?.own ?? null, settings);
  const { words } = settings;
  const count = (number: number, one: string, several: string) =>
    number === 1 ? `1 ${one}` : `${sayNumber(number)} ${several}`;
  const title = `Publish: ${run.programme}`;
  return (
    <Page
      settings={settings}
      title={title}
      heading={<span className="prose-plain">{title}</span>}
      back={{ href: `/admin/matching/${id}`, label: `Matching: ${run.programme}` }}
      isNarrow
    >
      {reach.pairs === 0 ? (
        <p>There is nothing to publish: every draft has been published or dropped, or you are part of it yourself.</p>
      ) : (
        <>
          <div className="grid gap-3">
            <p className="font-semibold">
              {count(reach.pairs, "pair", "pairs")}: {count(reach.mentees, words.mentee, words.mentees)} and{" "}
              {count(reach.mentors, words.mentor, words.mentors)} are told, each of their own pairs.
            </p>
            {run.beginsAtOnce ? (
              <p>
                In this programme the relationship begins at once. Both are told with whom, and can see each other’s e-mail
                address. Either can end it.
              </p>
            ) : (
              <p>
                Each {words.mentor} gets a proposal from the society and has {count(proposals.expireAfterDays, "day", "days")}{" "}
                to answer, with the usual reminders. Each {words.mentee} is told whom we have asked, and can withdraw it. If a{" "}
                {words.mentor} says no, the next best one with a free place is drafted here for you to publish.
              </p>
            )}
            <p>Everybody is told once, in the product and by e-mail as they have chosen. You cannot take this back.</p>
            {reach.blocked > 0 && (
              <p>
                {count(reach.blocked, "of these pairs", "of these pairs")} cannot be published at present, because the{" "}
                {words.mentor} is not available or has no free place, or one of the two does not take part. The others are
                published, and these are listed with the reason.
              </p>
            )}
            {reach.own > 0 && (
              <p>You are part of {count(reach.own, "other pair", "other pairs")}, which a colleague has to publish.</p>
            )}
          </div>
          <Form
            action={publishAll}
            submit={reach.pairs === 1 ? "Publish this pair" : `Publish all ${sayNumber(reach.pairs)} pairs`}
            title={titleOf(title, settings)}
            isOneOfSeveral
          >
            <HiddenField name="id" initial={id} />
          </Form>
          <p className="text-soft">To publish only some, tick them in the list of drafts.</p>
        </>
      )}
    </Page>
  );
}
