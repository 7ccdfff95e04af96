import { Time } from "@/components/ui/time";
import { type AuditLine, sayLine } from "@/lib/society/audit/line";
import { LineView } from "./line-view";

/** Lines of the audit trail as sentences, with links to the people and things they are about. */
export function AuditLines({ lines, now, timeZone }: { lines: readonly AuditLine[]; now: Date; timeZone: string }) {
  return (
    <ul className="grid gap-0">
      {lines.map((line) => (
        <LineView
          key={String(line.id)}
          pieces={sayLine(line)}
          when={<Time at={line.at} now={now} timeZone={timeZone} as="date-time" />}
        />
      ))}
    </ul>
  );
}
