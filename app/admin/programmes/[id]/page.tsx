import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { ProgrammeFields } from "@/components/programmes/programme-fields";
import { Button } from "@/components/ui/button";
import { Draft } from "@/components/ui/draft";
import { Facts } from "@/components/ui/facts";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Link } from "@/components/ui/link";
import { Page, titleOf } from "@/components/ui/page";
import { capital } from "@/lib/foundation/wording";
import { countMembers } from "@/lib/pairing/joining/queries";
import { STATUS_WORDS } from "@/lib/pairing/joining/wording";
import { allowedMoves, isEditable, isScheme } from "@/lib/pairing/programmes/access";
import { textsOf } from "@/lib/pairing/programmes/input";
import type { Programme } from "@/lib/pairing/programmes/programme";
import { findProgramme } from "@/lib/pairing/programmes/queries";
import { MOVES, sayFinding, sayNextDate, sayStatus, sayTime } from "@/lib/pairing/programmes/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import type { Settings } from "@/lib/society/settings/settings";
import { copyProgramme, moveProgramme, saveProgramme } from "../actions";

export default async function ProgrammePage({ params, searchParams }: PageProps<"/admin/programmes/[id]">) {
  const viewer = await requireStaff();
  const [{ settings, now }, { id }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  const programme = await findProgramme(id, now);
  if (!programme) notFound();
  const { name, own } = programme;
  const next = sayNextDate(programme, now, viewer.timeZone);
  return (
    <Page
      settings={settings}
      title={name}
      heading={<span className="prose-plain">{name}</span>}
      lede={`${sayStatus(programme)}.${next ? ` ${next}.` : ""}`}
      back={{ href: "/admin/programmes", label: "Programmes" }}
      done={done}
      isNarrow
    >
      {!isScheme(programme) && (
        <>
          <Moves programme={programme} settings={settings} now={now} />
          <Members programme={programme} settings={settings} />
        </>
      )}
      {isEditable(programme) ? (
        <section aria-labelledby="about" className="grid grid-cols-1 gap-4 border-t border-rule pt-6">
          <h2 id="about">About it</h2>
          {isScheme(programme) && (
            <p>Everybody with a profile takes part in it. Its days and limits are those of the society’s settings.</p>
          )}
          <Form action={saveProgramme} submit="Save" title={titleOf(name, settings)} isOneOfSeveral>
            <Which programme={programme} />
            <Draft memberId={viewer.memberId} place={`admin/programmes/${id}`} />
            <ProgrammeFields
              settings={settings}
              initial={textsOf(programme, settings.society.timeZone)}
              topics={own.topics ?? []}
              hasWordsOnly={isScheme(programme)}
            />
          </Form>
        </section>
      ) : (
        <Facts
          facts={[
            ["For whom it is", programme.forWhom],
            ["Its time", sayTime(programme.time)],
            ["How people find each other", sayFinding(programme.finding, settings.words)],
          ]}
        />
      )}
      <section aria-labelledby="copy" className="grid grid-cols-1 gap-3 border-t border-rule pt-6">
        <h2 id="copy">Copy it</h2>
        <p>The copy is a draft with the same settings. The dates of an intake are a year later in it.</p>
        <Form action={copyProgramme} submit="Copy" kind="quiet" title={titleOf(name, settings)} isOneOfSeveral>
          <Which programme={programme} />
          <HiddenField name="copyId" initial={randomUUID()} />
        </Form>
      </section>
    </Page>
  );
}

/** A button for each step that it can take now, with what it does. */
function Moves({ programme, settings, now }: { programme: Programme; settings: Settings; now: Date }) {
  return (
    <Form action={moveProgramme} title={titleOf(programme.name, settings)} isOneOfSeveral>
      <Which programme={programme} />
      <ul className="grid gap-4">
        {allowedMoves(programme, now).map((move) => (
          <li key={move} className="grid max-w-none gap-1.5">
            <p>
              <Button kind={move === "close" ? "danger" : "quiet"} name="move" value={move}>
                {MOVES[move].button}
              </Button>
            </p>
            <p className="text-soft">{MOVES[move].effect}</p>
          </li>
        ))}
      </ul>
    </Form>
  );
}

/** How many are in it, and who has applied. */
async function Members({ programme: { id }, settings }: { programme: Programme; settings: Settings }) {
  const counts = await countMembers(id);
  return (
    <section aria-labelledby="members" className="grid grid-cols-1 gap-3 border-t border-rule pt-6">
      <h2 id="members">Members</h2>
      {counts.length === 0 && <p>Nobody has joined yet.</p>}
      <Facts
        facts={counts.map(({ role, status, count }) => [`${capital(settings.words[role])}: ${STATUS_WORDS[status]}`, count])}
      />
      <p>
        <Link
          href={`/admin/programmes/${id}/members${counts.some(({ status }) => status === "applied") ? "?status=applied" : ""}`}
          className="inline-block py-1"
        >
          See its members
        </Link>
      </p>
    </section>
  );
}

/** The version that is on the page: somebody else's change since then is not overwritten. */
function Which({ programme: { id, version } }: { programme: Programme }) {
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <HiddenField name="seen" initial={version} />
    </>
  );
}
