import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type KeptHead, readHeads } from '../lib/audit/head'
import { UsageError } from './member-arguments'

const USAGE = `Usage:
  npm run audit -- verify [--head FILE]
It prints the head: keep it elsewhere, and hold what is stored later against it, and every other head in FILE, with --head, as often as
there are files. That fails also where the last head of them is of more than an hour before the next event.`

/** What to hold the log against; nothing without --head. Throws UsageError. */
export function readHeadsOf(args: string[]): KeptHead[] {
  const { positionals, values } = readArguments(args)
  if (positionals.join(' ') !== 'verify') throw new UsageError(USAGE)
  return (values.head ?? []).flatMap((file) => {
    const heads = readHeads(textOf(file))
    if (heads.length === 0) throw new UsageError(`There is no head in ${file}.`)
    return heads
  })
}

function readArguments(args: string[]) {
  try {
    return parseArgs({ args, options: { head: { type: 'string', multiple: true } }, allowPositionals: true })
  } catch (cause) {
    throw new UsageError(USAGE, { cause })
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new UsageError(`${file} cannot be read.`, { cause })
  }
}
