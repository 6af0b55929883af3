/** How a table is written down: what stands between its columns, and in front of decimals. */
export const TABLE_FORMATS = {
  comma: { label: 'Commas, numbers as 4.5', separator: 'comma', decimal: 'point' },
  semicolon: { label: 'Semicolons, numbers as 4,5', separator: 'semicolon', decimal: 'comma' },
  tab: { label: 'Tabs, numbers as 4.5', separator: 'tab', decimal: 'point' },
} as const
export type TableFormat = keyof typeof TABLE_FORMATS

/** What a spreadsheet in this language opens by itself: where decimals have a comma, columns have a semicolon. */
export function usualFormat(language: string): TableFormat {
  const parts = new Intl.NumberFormat(language).formatToParts(4.5)
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? 'semicolon' : 'comma'
}
