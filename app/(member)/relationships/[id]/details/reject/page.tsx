import { redirect } from "next/navigation";
import { OpenProposalsChoice } from "@/components/queue/open-proposals-choice";
import { AskPage } from "@/components/ui/ask-page";
import { RadioGroup } from "@/components/ui/choices";
import { Draft } from "@/components/ui/draft";
import { DateField, TextArea } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { WhoReads } from "@/components/ui/who-reads";
import { addDays, dayOf } from "@/lib/foundation/dates";
import { sayNumber } from "@/lib/foundation/wording";
import { ROOM } from "@/lib/pairing/proposals/input";
import { countOpenTo, findProposal } from "@/lib/pairing/proposals/queries";
import { findNothing, readRequest, requireViewer } from "@/lib/people/auth/session";
import { offered } from "@/lib/society/settings/settings";
import { reject } from "../actions";

export default async function RejectPage({ params }: PageProps<"/relationships/[id]/details/reject">) {
  const viewer = await requireViewer();
  const [{ settings, now }, { id }] = await Promise.all([readRequest(), params]);
  const found = await findProposal(viewer, id, settings, now);
  if (!found) findNothing(viewer, "relationship");
  const details = `/relationships/${id}/details`;
  if (!found.allowed.includes("reject")) redirect(details);
  const { partner } = found;
  const { mentor, mentees } = settings.words;
  const { timeZone } = settings.society;
  const others = viewer.isAvailable ? (await countOpenTo(viewer, now)) - 1 : 0;
  return (
    <AskPage
      settings={settings}
      heading="Reject this proposal?"
      title="Reject this proposal"
      back={{ href: details, label: `Proposal from ${partner.name}` }}
      consequences={
        <p>
          We tell {partner.name} and help them to find another {mentor}. If you change your mind, you can reopen the request.
        </p>
      }
      action={reject}
      submit="Reject"
      no="Not now"
    >
      <input type="hidden" name="proposalId" value={id} />
      <Draft memberId={viewer.memberId} place={`${id}/reject`} />
      <RadioGroup
        name="because"
        legend="Your reason (optional)"
        options={offered(settings.rejectionReasons).map(({ id, label }) => ({ value: id, label }))}
      />
      <TextArea
        name="reason"
        label="A note (optional)"
        hint={`Even one sentence helps. Up to ${sayNumber(ROOM.reason)} characters.`}
        room="medium"
      />
      <WhoReads>
        Only you and {partner.name} can read this. The society counts how often each reason is chosen, without names.
      </WhoReads>
      {viewer.isAvailable && (
        <Fieldset
          legend="Need a pause?"
          hint={`While you pause, no new ${mentees} can find you. Your current proposals and relationships carry on.`}
        >
          <RadioGroup
            name="pause"
            legend="From now on"
            initial={["none"]}
            options={[
              { value: "none", label: "I stay available" },
              { value: "until-day", label: "Pause until the day below" },
              { value: "open-ended", label: "Pause until I say otherwise" },
            ]}
          />
          <DateField
            name="day"
            label="Available again from"
            hint="We make you available again on that day and let you know."
            earliest={dayOf(addDays(now, 1, timeZone), timeZone)}
          />
          <OpenProposalsChoice count={others} settings={settings} />
        </Fieldset>
      )}
    </AskPage>
  );
}
