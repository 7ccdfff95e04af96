import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Note } from "@/components/ui/note";
import { Page, titleOf } from "@/components/ui/page";
import { TickBox } from "@/components/ui/tick-box";
import { Time } from "@/components/ui/time";
import { isRenewable } from "@/lib/pairing/readiness/deadlines";
import { ANSWER_DAYS, MOST_REFEREES } from "@/lib/pairing/readiness/item";
import { findOwnItem, type OwnItemDetails } from "@/lib/pairing/readiness/queries";
import { sayEffect, sayNeeds, sayTurn } from "@/lib/pairing/readiness/wording";
import { readRequest, requireViewer } from "@/lib/people/auth/session";
import { acceptDeclaration, askReferee, completeTraining } from "../actions";
import { Training } from "./training";

/** One thing that a role of the viewer needs, and the way to do it. */
export default async function ConditionPage({ params, searchParams }: PageProps<"/readiness/[id]">) {
  const viewer = await requireViewer();
  const [{ settings, now }, { id }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  const item = await findOwnItem(viewer, id);
  if (!item) notFound();
  const { name, text, kind, status, role, programme, countsAt, metAt, expiresAt, words } = item;
  const effect = sayEffect(item, programme, settings.words);
  const { timeZone } = viewer;
  return (
    <Page
      settings={settings}
      title={name}
      heading={<span className="prose-plain">{name}</span>}
      lede={programme ? `${sayNeeds(role, settings.words)} in ${programme}` : sayNeeds(role, settings.words)}
      back={{ href: "/readiness", label: "What your roles need" }}
      done={done}
      isNarrow
    >
      <div className="grid gap-3">
        <p>
          <strong>{sayTurn(item)}</strong>{" "}
          {status === "met" && metAt && (
            <>
              Since <Time at={metAt} now={now} timeZone={timeZone} as="date" />
              {expiresAt && (
                <>
                  , valid until <Time at={expiresAt} now={now} timeZone={timeZone} as="date" />
                </>
              )}
              .
            </>
          )}
        </p>
        {status === "met" && kind === "training" && isRenewable(item) && (
          <p>Do it again before then, and it stays valid without a break.</p>
        )}
        {effect && <p>{effect}</p>}
        {!effect && status !== "met" && (
          <p>
            It is needed from <Time at={countsAt} now={now} timeZone={timeZone} as="date" /> on. Nothing changes for you until
            then.
          </p>
        )}
        {words && status === "refused" && (
          <Note>
            <span className="prose-plain">{`From ${settings.society.name}: ${words}`}</span>
          </Note>
        )}
      </div>
      <section aria-labelledby="about" className="grid gap-3 border-t border-rule pt-6">
        <h2 id="about">{kind === "declaration" ? "The declaration" : "About it"}</h2>
        <p className="prose-plain">{text}</p>
      </section>
      {kind === "training" && <Training role={role} settings={settings} resourceId={item.resourceId} link={item.link} />}
      <Step item={item} title={titleOf(name, settings)} />
    </Page>
  );
}

/** The form with which the viewer does it themselves, while it is theirs to do. */
function Step({ item, title }: { item: OwnItemDetails; title: string }) {
  const { conditionId, kind, status, textNumber, referee, named } = item;
  if (!isRenewable(item) || (status === "met" && kind !== "training")) return null;
  if (kind === "declaration")
    return (
      <Form action={acceptDeclaration} submit="Accept" title={title} isOneOfSeveral>
        <HiddenField name="conditionId" initial={conditionId} />
        <HiddenField name="seenText" initial={textNumber} />
        <TickBox name="accepted" value="yes" label="I have read this declaration, and I accept it" />
      </Form>
    );
  if (kind === "training")
    return (
      <Form action={completeTraining} submit="Confirm" title={title} isOneOfSeveral>
        <HiddenField name="conditionId" initial={conditionId} />
        <TickBox
          name="completed"
          value="yes"
          label="I have read or watched this to the end"
          hint="Nobody checks how long you watched or read: the society takes your word for it."
        />
      </Form>
    );
  if (kind !== "referee" || status === "with-staff" || named >= MOST_REFEREES) return null;
  return (
    <Form
      action={askReferee}
      submit={referee ? "Ask another referee" : "Ask this person"}
      kind={status === "asked" ? "quiet" : undefined}
      title={title}
      isOneOfSeveral
    >
      {referee && (
        <p className="prose-plain">{`You last asked ${referee}. Only the answer of the person you asked last counts.`}</p>
      )}
      <HiddenField name="conditionId" initial={conditionId} />
      <HiddenField name="refereeId" initial={randomUUID()} />
      <TextField name="name" label="Their name" maxLength={80} />
      <TextField
        name="email"
        label="Their e-mail address"
        type="email"
        hint={`Please ask them first. We write to them once, and they have ${ANSWER_DAYS} days. Staff read their answer; you are told whether they said yes.`}
        maxLength={254}
      />
    </Form>
  );
}
