import { Facts } from "@/components/ui/facts";
import type { ProposalWords as Words } from "@/lib/pairing/proposals/proposal";
import { labelsOf, type Settings } from "@/lib/society/settings/settings";

/** What the mentee wrote. */
export function ProposalWords({ words, settings }: { words: Words; settings: Settings }) {
  return (
    <Facts
      facts={[
        ["Objectives", words.objectives],
        ["Topics", labelsOf(settings.topics, words.topics).join("; ")],
        ["How to meet", labelsOf(settings.methods, words.methods).join(", ")],
        ["When and how often", words.meeting],
        [`What the ${settings.words.mentee} brings`, words.contribution],
      ]}
    />
  );
}
