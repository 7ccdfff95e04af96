import { AskPage } from "@/components/ui/ask-page";
import { NumberField } from "@/components/ui/field";
import { Time } from "@/components/ui/time";
import { MOST_EXTRA_DAYS } from "@/lib/pairing/proposals/deadlines";
import { extend } from "../actions";
import { requireOpenProposal } from "../require-open-proposal";

export default async function ExtendPage({ params }: PageProps<"/admin/proposals/[id]/extend">) {
  const { id, proposal, mentee, mentor, back, settings, when } = await requireOpenProposal(params);
  return (
    <AskPage
      settings={settings}
      heading={`Give ${mentor.name} more days to reply?`}
      title="Give more days"
      back={back}
      consequences={
        <p>
          The proposal expires <Time at={proposal.expiresAt} {...when} as="date-time" />. If you add days, we tell both the new
          deadline and remind {mentor.name} once more if there is time. {mentee.name} can still withdraw it while waiting.
        </p>
      }
      action={extend}
      submit="Add the days"
      kind="main"
      no="Do not add days"
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={proposal.version} />
      <NumberField
        name="days"
        label="How many more days?"
        hint={`At most ${MOST_EXTRA_DAYS - proposal.extraDays}.`}
        unit="days"
        initial={Math.min(7, MOST_EXTRA_DAYS - proposal.extraDays)}
      />
    </AskPage>
  );
}
