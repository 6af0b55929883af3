/** What a spreadsheet begins a formula with, in every width and height in which it is written. */
const FORMULA = '=+\\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−'
/** Nobody sees them, and some programs skip them. */
const UNSEEN = '\\p{Z}\\p{C}\\p{DI}"'
/** A program that takes another character for the separator begins a cell after it too. */
const BEGINS_FORMULA = new RegExp(`(?=[${FORMULA}])(?<=(?:^|[,;\\t\\r\\n])[${UNSEEN}]*)`, 'gu')
const BEGINS_CELL = /^[\t\r\n]/

/** A text that no spreadsheet takes for a formula: an apostrophe has it shown as it is written (OWASP, CSV injection). */
export function formulaSafe(text: string): string {
  const safe = text.replaceAll(BEGINS_FORMULA, "'")
  return BEGINS_CELL.test(safe) ? `'${safe}` : safe
}
