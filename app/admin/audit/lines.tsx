import { Time } from "@/components/ui/time";
import { type AuditLine, sayLine } from "@/lib/society/audit/line";
import { LineView } from "./line-view";

interface AuditLinesProps {
  lines: readonly AuditLine[];
  /** Whether the reader has a page about the member with this id. */
  mayOpen: (memberId: string) => boolean;
  now: Date;
  timeZone: string;
}

/** Lines of the audit trail as sentences, with links to the people and things they are about. */
export function AuditLines({ lines, mayOpen, now, timeZone }: AuditLinesProps) {
  return (
    <ul className="grid gap-0">
      {lines.map((line) => (
        <LineView
          key={String(line.id)}
          pieces={sayLine(line, mayOpen)}
          when={<Time at={line.at} now={now} timeZone={timeZone} as="date-time" />}
        />
      ))}
    </ul>
  );
}
