/** Of rows with at most sixty columns: a statement has room for 65,535 parameters. */
const ROWS_AT_ONCE = 1_000

/** Rows in parts, each of which fits into a statement and its time; however many they are. */
export function inParts<Row>(rows: Row[]): Row[][] {
  const count = Math.ceil(rows.length / ROWS_AT_ONCE)
  return Array.from({ length: count }, (_, part) => rows.slice(part * ROWS_AT_ONCE, (part + 1) * ROWS_AT_ONCE))
}
