/** The columns of a table that a concept reads and saves, by name: the one list from which its row, its save and its sweep derive. */
export type Columns<Name extends string = string> = Readonly<Record<Name, true>>;

/** Of a row, what belongs to the concept, without whatever a query may have joined to it. */
export function pickColumns<Name extends string, Row extends Record<Name, unknown>>(
  row: Row,
  columns: Columns<Name>,
): Pick<Row, Name> {
  return Object.fromEntries(Object.keys(columns).map((name) => [name, row[name as Name]])) as Pick<Row, Name>;
}
