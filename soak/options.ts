import { parseArgs } from 'node:util'

const DEFAULT_MINUTES = 3
/** A night. */
const MOST_MINUTES = 600

export type SoakOptions = { minutes: number; seed: number }

/** Throws an Error with a sentence. Without a seed it is another one each time. */
export function readOptions(args: string[]): SoakOptions {
  const { minutes, seed } = parseFlags(args)
  return {
    minutes: requireNumber('--minutes', minutes ?? String(DEFAULT_MINUTES), [1 / 60, MOST_MINUTES]),
    seed: seed === undefined ? Math.floor(Math.random() * 1e6) : requireNumber('--seed', seed, [0, 1e9]),
  }
}

function parseFlags(args: string[]) {
  try {
    return parseArgs({ args, options: { minutes: { type: 'string' }, seed: { type: 'string' } } }).values
  } catch (cause) {
    throw new Error('npm run soak takes --minutes N and --seed N.', { cause })
  }
}

function requireNumber(flag: string, value: string, [least, most]: [number, number]): number {
  const number = Number(value)
  if (value.trim() !== '' && number >= least && number <= most) return number
  throw new Error(
    `${flag} is a number ${flag === '--minutes' ? 'above 0, at most' : 'from 0 to'} ${most}, not '${value}'.`,
  )
}
