import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { type Contract, isComplete } from "@/lib/mentoring/contracts/contract";

/** Print version and PDF. */
export function PaperLinks({ id, number }: { id: string; number: number }) {
  const paper = `/relationships/${id}/contract/${number}`;
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-1 print:hidden">
      <Link href={paper} className="inline-block py-1">
        Print version
      </Link>
      <a href={`${paper}/pdf`} className="inline-block py-1">
        Download as PDF
      </a>
    </p>
  );
}

interface EarlierContractsProps {
  id: string;
  contracts: readonly Contract[];
  now: Date;
  timeZone: string;
}

/** What was signed before the one above: it stays as it was signed. */
export function EarlierContracts({ id, contracts, now, timeZone }: EarlierContractsProps) {
  if (contracts.length === 0) return null;
  return (
    <section aria-labelledby="signed" className="grid gap-3 border-t border-rule pt-6">
      <h2 id="signed">Earlier contracts</h2>
      <ul className="grid gap-2">
        {contracts.filter(isComplete).map((contract) => {
          const { number, signatures } = contract;
          const last = Math.max(signatures.mentee?.at.getTime() ?? 0, signatures.mentor?.at.getTime() ?? 0);
          return (
            <li key={number}>
              <Link href={`/relationships/${id}/contract/${number}`} className="inline-block py-1">
                Contract {number}
              </Link>
              , signed by both on <Time at={new Date(last)} now={now} timeZone={timeZone} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
