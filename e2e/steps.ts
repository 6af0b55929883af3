import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { browserOutcome, type Outcome, printOutcome, unitOutcome } from './outcome'
import { temporaryFolder } from './temporary-folder'

/** `isNeeded`: without it, none that follow make sense. */
export type Step = { name: string; run: () => Outcome; isNeeded?: boolean }

const reports = temporaryFolder('reports')

/** Runs one after the other, saying how far it is; the last line is the sum over all of them. Returns the exit code. */
export function runSteps(steps: Step[]): number {
  const begun = Date.now()
  const outcomes: Outcome[] = []
  for (const [index, { name, run, isNeeded }] of steps.entries()) {
    console.log(`\n── step ${index + 1} of ${steps.length}: ${name}, ${minutes(Date.now() - begun)} so far`)
    const outcome = run()
    outcomes.push(outcome)
    if (isNeeded && outcome.failed.length > 0) break
  }
  console.log(`\nAll steps took ${minutes(Date.now() - begun)}.`)
  return printOutcome(outcomes)
}

/** A script of package.json, which counts as one test. */
export function script(name: string): Step {
  return { name, run: () => (run(['npm', 'run', name]) ? { passed: 1, failed: [] } : { passed: 0, failed: [name] }) }
}

export function unitTests(name: string, options: string[] = []): Step {
  const file = join(reports, 'unit.json')
  const command = ['npx', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  return { name, run: () => unitOutcome({ ended: run([...command, ...options]), file }) }
}

export function browserTests(name: string, options: string[] = []): Step {
  const file = join(reports, 'browser.json')
  const command = ['npx', 'playwright', 'test', '--reporter=list,json', ...options]
  return { name, run: () => browserOutcome({ ended: run(command, { PLAYWRIGHT_JSON_OUTPUT_NAME: file }), file }) }
}

function run([command = '', ...args]: string[], env: Record<string, string> = {}): boolean {
  console.log(`> ${[command, ...args].join(' ')}`)
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
}

function minutes(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
