/** npm test: every check, the build and the browser tests; the last line is the sum over all of them. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { browserOutcome, type Outcome, printOutcome, unitOutcome } from './outcome'
import { temporaryFolder } from './temporary-folder'

const reports = temporaryFolder('reports')

const outcomes = [step('types'), step('lint'), step('format'), step('dead-code'), units(), ...afterBuild()]
process.exitCode = printOutcome(outcomes)

/** A script of package.json counts as one test. */
function step(script: string): Outcome {
  return run(['npm', 'run', script]) ? { passed: 1, failed: [] } : { passed: 0, failed: [script] }
}

function units(): Outcome {
  const file = join(reports, 'unit.json')
  const ended = run(['npx', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  return unitOutcome({ ended, file })
}

function afterBuild(): Outcome[] {
  const built = step('build')
  return built.failed.length > 0 ? [built] : [built, browser()]
}

function browser(): Outcome {
  const file = join(reports, 'e2e.json')
  const ended = run(['npx', 'playwright', 'test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file })
  return browserOutcome({ ended, file })
}

function run([command = '', ...args]: string[], env: Record<string, string> = {}): boolean {
  console.log(`\n> ${[command, ...args].join(' ')}`)
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
}
