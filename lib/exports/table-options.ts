import { DebriefError } from '../errors'
import type { TableStyle } from './delimited-row'

const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t' } as const
const DECIMALS = { point: '.', comma: ',' } as const
const YES_OR_NO = { no: false, yes: true } as const

/** `bom`: whether the file begins with the mark by which older programs know UTF-8. */
export type TableOptions = TableStyle & { bom: boolean }

/** The parameters `separator`, `decimal` and `bom` of an export; what is not named is comma, point and no. Throws `invalid_input`. */
export function requireTableOptions(search: URLSearchParams): TableOptions {
  return {
    separator: oneOf(search, 'separator', SEPARATORS),
    decimal: oneOf(search, 'decimal', DECIMALS),
    bom: oneOf(search, 'bom', YES_OR_NO),
  }
}

/** The same, and what else there is. */
export function takeTableOptions(search: URLSearchParams): { options: TableOptions; rest: URLSearchParams } {
  const rest = new URLSearchParams(search)
  for (const name of ['separator', 'decimal', 'bom']) rest.delete(name)
  return { options: requireTableOptions(search), rest }
}

/** The first of the values where the parameter is not named. */
function oneOf<Value>(search: URLSearchParams, name: string, values: Record<string, Value>): Value {
  const words = Object.keys(values)
  const word = search.get(name) ?? words[0] ?? ''
  const value = Object.hasOwn(values, word) ? values[word] : undefined
  if (value !== undefined) return value
  throw new DebriefError('invalid_input', { detail: `The parameter ${name} has to be one of ${words.join(', ')}.` })
}
