import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants, getPriority, setPriority } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { browserOutcome, type Outcome, printOutcome, unitOutcome } from './outcome'
import { temporaryFolder } from './temporary-folder'

/** `isNeeded`: without it, none of those that follow it make sense. */
export type Step = { name: string; run: () => Promise<Outcome>; isNeeded?: boolean }

const reports = temporaryFolder('reports')

/** Runs these sequences beside each other, each one step after the other; the last line is the sum over all. Returns the exit code. */
export async function runSteps(...sequences: Step[][]): Promise<number> {
  const begun = Date.now()
  const say = (what: string) => console.log(`\n── ${what}, ${minutes(Date.now() - begun)} so far`)
  const outcomes = await Promise.all(sequences.map((steps) => runSequence(steps, say)))
  console.log(`\nAll steps took ${minutes(Date.now() - begun)}.`)
  return printOutcome(outcomes.flat())
}

async function runSequence(steps: Step[], say: (what: string) => void): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const { name, run, isNeeded } of steps) {
    say(`${name}: begun`)
    const outcome = await run()
    say(`${name}: ${outcome.passed} passed, ${outcome.failed.length} failed`)
    outcomes.push(outcome)
    if (isNeeded && outcome.failed.length > 0) break
  }
  return outcomes
}

/** A script of package.json, which counts as one test. */
export function script(name: string): Step {
  const passed = { passed: 1, failed: [] }
  return { name, run: async () => ((await run(name, ['npm', 'run', name])) ? passed : { passed: 0, failed: [name] }) }
}

/** They take what is left of the machine by browser tests beside them, which wait for pages as readers do. */
export function unitTests(name: string, options: string[] = []): Step {
  const file = join(reports, 'unit.json')
  const command = ['npx', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const ended = () => run(name, [...command, ...options], { yields: true })
  return { name, run: async () => unitOutcome({ ended: await ended(), file }) }
}

export function browserTests(name: string, options: string[] = []): Step {
  const file = join(reports, 'browser.json')
  const command = ['npx', 'playwright', 'test', '--reporter=list,json', ...options]
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file }
  return { name, run: async () => browserOutcome({ ended: await run(name, command, { env }), file }) }
}

/** `yields`: to all that runs beside it. */
type Options = { env?: Record<string, string>; yields?: boolean }

/** Each line that it prints begins with the name of its step. */
async function run(name: string, [command = '', ...args]: string[], options: Options = {}): Promise<boolean> {
  const { env = {}, yields = false } = options
  console.log(`${name} │ > ${[command, ...args].join(' ')}`)
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
  // What it starts yields too.
  if (yields && child.pid) setPriority(child.pid, Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL))
  for (const input of [child.stdout, child.stderr])
    createInterface({ input }).on('line', (line) => console.log(line === '' ? '' : `${name} │ ${line}`))
  const [code] = await once(child, 'close')
  return code === 0
}

function minutes(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
