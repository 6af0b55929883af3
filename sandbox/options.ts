import { parseArgs } from 'node:util'
import type { StoreOptions } from './store'

/** The key of the samples: public, accepted by this sandbox and by nothing else. */
export const SAMPLE_KEY = '00000000-0000-4000-8000-00005a3d1e00'

export type SandboxOptions = StoreOptions & { port: number; key: string; control: boolean }

export const DEFAULT_OPTIONS: SandboxOptions = {
  port: 4010,
  key: SAMPLE_KEY,
  control: false,
  samples: 'all',
  evening: false,
  interviews: 0,
  seed: 1,
}

const MOST_PORT = 65_535

const FLAGS = {
  port: { type: 'string' },
  key: { type: 'string' },
  control: { type: 'boolean' },
  samples: { type: 'string' },
  evening: { type: 'boolean' },
  interviews: { type: 'string' },
  seed: { type: 'string' },
} as const

/** Throws one sentence about the first argument that is wrong. */
export function readOptions(args: string[], defaultPort: string | undefined): SandboxOptions {
  const values = parseFlags(args)
  const { key = SAMPLE_KEY, control = false, samples = 'all', evening = false } = values
  if (samples !== 'all' && samples !== 'none') throw new Error(`--samples is all or none, not '${samples}'.`)
  if (!/^[\x21-\x7e]+$/.test(key)) throw new Error('--key is one word of printable characters.')
  return {
    port: values.port === undefined ? portOf(defaultPort) : whole('--port', values.port, MOST_PORT),
    interviews: whole('--interviews', values.interviews ?? '0', 1_000_000),
    seed: whole('--seed', values.seed ?? '1', 0xffff_ffff),
    key,
    control,
    samples,
    evening,
  }
}

function parseFlags(args: string[]) {
  try {
    return parseArgs({ args, options: FLAGS }).values
  } catch (error) {
    const [sentence] = (error as Error).message.split(/\.\s/)
    throw new Error(`${sentence?.replace(/\.$/, '')}.`, { cause: error })
  }
}

function portOf(variable: string | undefined) {
  return whole('SANDBOX_PORT', variable?.trim() || String(DEFAULT_OPTIONS.port), MOST_PORT)
}

function whole(name: string, value: string, most: number) {
  const number = Number(value)
  if (/^\d+$/.test(value) && number <= most) return number
  throw new Error(`${name} is a whole number from 0 to ${most}, not '${value}'.`)
}
