import { TABLE_FORMATS, type TableFormat } from './table-format'

export type ExportFormat = 'csv' | 'json'
type Choice = { format: ExportFormat; table: TableFormat; bom: boolean }

/** Of the whole list that `search` names; neither a table's separator nor its mark concerns JSON. */
export function exportUrl(search: string, { format, table, bom }: Choice, list = 'interviews'): string {
  const asked = wholeOf(search)
  if (format === 'csv') {
    const { separator, decimal } = TABLE_FORMATS[table]
    for (const [name, value] of Object.entries({ separator, decimal, bom: bom ? 'yes' : 'no' })) asked.set(name, value)
  }
  return `/api/exports/${list}.${format}${asked.size > 0 ? `?${asked}` : ''}`
}

/** One row of that list, to ask how many there are. */
export function firstOf(search: string): string {
  const asked = wholeOf(search)
  asked.set('limit', '1')
  return asked.toString()
}

function wholeOf(search: string): URLSearchParams {
  const asked = new URLSearchParams(search)
  for (const page of ['limit', 'cursor']) asked.delete(page)
  return asked
}
