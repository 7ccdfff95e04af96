import { Time } from "@/components/ui/time";
import type { ProposalDetails } from "@/lib/pairing/proposals/queries";
import { historySentence } from "@/lib/pairing/proposals/wording";

interface HistoryProps extends Pick<ProposalDetails, "history" | "viewerIs"> {
  partnerName: string;
  timeZone: string;
  now: Date;
}

/** What has happened so far, oldest first. */
export function History({ history, viewerIs, partnerName, timeZone, now }: HistoryProps) {
  if (history.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history">So far</h2>
      <ol className="mt-3 grid gap-3 border-l-2 border-rule pl-4">
        {history.map((line) => (
          <li key={`${line.fact} ${line.at.toISOString()}`}>
            <span className="block">{historySentence(line, viewerIs, partnerName)}</span>
            <span className="text-[0.92rem] text-soft">
              <Time at={line.at} now={now} timeZone={timeZone} as="date-time" />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
