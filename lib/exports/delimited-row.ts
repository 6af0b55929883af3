import { formulaSafe } from './formula-safe'

/** What a reader's spreadsheet takes for the end of a cell, and writes in front of decimals. */
export type TableStyle = { separator: ',' | ';' | '\t'; decimal: '.' | ',' }

/** Null is a blank. */
export type Cell = string | number | null

/** A line of a table (RFC 4180), its end included. */
export function delimitedRow(cells: Cell[], { separator, decimal }: TableStyle): string {
  const written = cells.map((cell) => quoted(textOf(cell, decimal), separator))
  return `${written.join(separator)}\r\n`
}

function textOf(cell: Cell, decimal: string): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? String(cell).replace('.', decimal) : formulaSafe(cell)
}

function quoted(text: string, separator: string): string {
  const isPlain = !text.includes(separator) && !/["\r\n]/.test(text)
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`
}
