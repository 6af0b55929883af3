// Must hold 40: whatever a candidate calls themselves, a spreadsheet shows it and computes nothing.
import { array, assert, constantFrom, double, oneof, property, string, type Arbitrary } from 'fast-check'
import { expect, test } from 'vitest'
import { delimitedRow, type Cell, type TableStyle } from './delimited-row'
import { formulaSafe } from './formula-safe'
import { readTable } from './testing/read-table'

const SEPARATORS = [',', ';', '\t'] as const
const DECIMALS = ['.', ','] as const
const COMMA: TableStyle = { separator: ',', decimal: '.' }
const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠x', '−1', '﹦1']
const IN_FRONT = ['', ' ', '\t', '\r', '\n', '\u00a0', '\u200b', '\u2060', '"', '  "', '\ufeff', '\u3000']

/** Texts that are made of what has a meaning somewhere. */
const text: Arbitrary<string> = oneof(
  string({ unit: 'binary' }),
  array(constantFrom(...IN_FRONT, ...FORMULAS, ...SEPARATORS, "'", 'Ingrid', 'é', '🙂', '\r\n'), { maxLength: 8 }).map(
    (parts) => parts.join(''),
  ),
)
const cell: Arbitrary<Cell> = oneof(
  text,
  constantFrom(null),
  double({ noDefaultInfinity: true, noNaN: true, min: 0, max: 1e6 }),
)
const style: Arbitrary<TableStyle> = oneof(
  ...SEPARATORS.flatMap((separator) => DECIMALS.map((decimal) => constantFrom<TableStyle>({ separator, decimal }))),
)

const shown = (value: Cell, decimal: string) => {
  if (value === null) return ''
  return typeof value === 'number' ? String(value).replace('.', decimal) : formulaSafe(value)
}

test('a row is read again as what was written, whatever its cells and its separator are', () => {
  assert(
    property(array(cell, { minLength: 1, maxLength: 6 }), style, (cells, how) => {
      const row = delimitedRow(cells, how)
      expect(readTable(row, how.separator)).toEqual([cells.map((value) => shown(value, how.decimal))])
    }),
    { numRuns: 1_000 },
  )
})

/** As far as a program gets to where it looks for a formula. */
const firstSeen = (piece: string) => piece.replace(/^[\p{Z}\p{C}\p{DI}"]+/u, '').charAt(0)

test('no text begins a formula, and none does for a program that takes another separator or no quotes', () => {
  const begins = new Set(FORMULAS.map((formula) => formula.charAt(0)))
  assert(
    property(text, style, (value, how) => {
      const row = delimitedRow(['id', value, 'end'], how)
      for (const separator of SEPARATORS)
        for (const piece of row.split(new RegExp(`[${separator}\r\n]`))) expect(begins).not.toContain(firstSeen(piece))
    }),
    { numRuns: 1_000 },
  )
})

test.each(FORMULAS.flatMap((formula) => IN_FRONT.map((before) => before + formula)))(
  '%j is text to a spreadsheet',
  (formula) => {
    const [[cell = ''] = []] = readTable(delimitedRow([formula], COMMA), ',')
    expect(cell.replaceAll("'", '')).toBe(formula)
    expect(cell).toContain("'")
  },
)

test.each(['\tx', '\rx', '\nx'])('%j, which some programs begin a cell anew with, is text too', (value) => {
  expect(formulaSafe(value)).toBe(`'${value}`)
})

test.each(['Ingrid Solheim', 'a-b', 'ada@example.com', 'Ngũgĩ', '渡辺', 'O’Brien, Aoife', '3 = three', ''])(
  '%j stays as it is',
  (value) => expect(formulaSafe(value)).toBe(value),
)

test('a number is no text: nothing stands in front of it, and its decimals follow the reader’s sign', () => {
  expect(delimitedRow([4.5, 0, 83.25], { separator: ';', decimal: ',' })).toBe('4,5;0;83,25\r\n')
  expect(delimitedRow([4.5], { separator: ',', decimal: ',' })).toBe('"4,5"\r\n')
})

test('a blank is nothing at all, between separators', () => {
  expect(delimitedRow([null, 'x', null, null], COMMA)).toBe(',x,,\r\n')
})
