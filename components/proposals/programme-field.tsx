import { RadioGroup } from "@/components/ui/choices";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import type { Way } from "@/lib/pairing/proposals/ways/queries";
import { labelsOf, type Settings } from "@/lib/society/settings/settings";

interface ProgrammeFieldProps {
  ways: readonly Way[];
  scheme: string;
  settings: Settings;
  /** In which one the viewer has looked; null: in the society's own, or in none. */
  chosen?: string | null;
  kind: "proposal" | "question";
}

/** In which programme a proposal is sent, or a question asked; nothing to see where it could only be one. `scheme` is what the society's own is called. */
export function ProgrammeField({ ways, scheme, settings, chosen, kind }: ProgrammeFieldProps) {
  const idOf = ({ programmeId }: Way) => programmeId ?? SOCIETY_SCHEME;
  const [first, ...others] = ways;
  if (!first) return null;
  if (others.length === 0) {
    return (
      <>
        {first.name && <p>{`${kind === "proposal" ? "You send this proposal" : "You ask this question"} in ${first.name}.`}</p>}
        <input type="hidden" name="programmeId" value={idOf(first)} />
      </>
    );
  }
  return (
    <RadioGroup
      name="programmeId"
      legend="In which programme?"
      hint="You are both in each of these."
      options={ways.map((way) => ({
        value: idOf(way),
        label: way.name ?? scheme,
        hint: sayWay(way, settings),
      }))}
      initial={[idOf(ways.find(({ programmeId }) => programmeId === chosen) ?? first)]}
    />
  );
}

/** "9 days to reply, about: Career planning" */
function sayWay({ replyDays, own }: Way, { topics }: Settings): string {
  const days = replyDays === 1 ? "A day to reply" : `${replyDays} days to reply`;
  const about = own?.topics ? labelsOf(topics, own.topics) : [];
  return about.length > 0 ? `${days}, about: ${about.join(", ")}` : days;
}
