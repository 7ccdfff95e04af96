import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { type Column, type Figures, type Row, sayAmount } from "@/lib/staff/reports/report";
import { MonthChart } from "./charts/month-chart";
import { ThingChart } from "./charts/thing-chart";

interface ReportFiguresProps {
  figures: Figures;
  /** Where the table is to be had as a file. */
  fileHref: string;
}

/** One table of a report: in a sentence, as a chart, as numbers, and as a file. */
export function ReportFigures({ figures, fileHref }: ReportFiguresProps) {
  const { key, heading, summary, rows, total } = figures;
  const all = total ? [...rows, total] : rows;
  return (
    <section aria-labelledby={key} className="grid grid-cols-1 gap-4">
      <h2 id={key}>{heading}</h2>
      <p>{summary}</p>
      {all.length > 0 && <Numbers figures={figures} rows={all} fileHref={fileHref} />}
    </section>
  );
}

/** Where there are any. */
function Numbers({ figures, rows, fileHref }: ReportFiguresProps & { rows: readonly Row[] }) {
  const { key, heading, note, rowsAre, rowLabel, columns } = figures;
  const isDrawn = figures.rows.some(({ amounts }) => columns.some((column, i) => column.isDrawn && amounts[i]));
  const Chart = rowsAre === "months" ? MonthChart : ThingChart;
  return (
    <>
      {isDrawn && <Chart chart={`chart-${key}`} figures={figures} />}
      <Table
        caption={`${heading}: the numbers`}
        isMatrix
        columns={[{ label: rowLabel }, ...columns.map(({ label }) => ({ label, isNumber: true }))]}
        rows={rows.map((row) => ({
          key: row.label,
          cells: [row.label, ...columns.map((column, i) => <Figure key={column.label} row={row} column={column} i={i} />)],
        }))}
      />
      {note && <p className="text-soft">{note}</p>}
      <p>
        <a href={fileHref} download className="inline-block py-1">
          {`Download as CSV: ${heading.charAt(0).toLowerCase()}${heading.slice(1)}`}
        </a>
      </p>
    </>
  );
}

/** A number, which leads to those whom it counts. */
function Figure({ row: { label, amounts, leads }, column, i }: { row: Row; column: Column; i: number }) {
  const [amount, lead] = [amounts[i], leads?.[i]];
  const said = sayAmount(amount, column.as);
  if (!amount || !lead) return said;
  return (
    <Link href={lead} className="-my-1 inline-block min-w-6 py-1">
      {said}
      <span className="sr-only">{`: ${column.label}, ${label}`}</span>
    </Link>
  );
}
