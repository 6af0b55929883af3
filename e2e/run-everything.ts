/** npm test: every check, the build and the browser tests; the last line is the sum over all of them. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { temporaryFolder } from './temporary-folder'

type Count = { passed: number; failed: number }

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() })
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

const reports = temporaryFolder('reports')

const counts = [step('types'), step('lint'), step('format'), step('dead-code'), units(), ...afterBuild()]

const total = counts.reduce((sum, count) => ({ passed: sum.passed + count.passed, failed: sum.failed + count.failed }))
process.exitCode = total.failed === 0 ? 0 : 1
console.log(`${total.passed} passed, ${total.failed} failed`)

/** A script of package.json counts as one test. */
function step(script: string): Count {
  return run(['npm', 'run', script]) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function units(): Count {
  const file = join(reports, 'unit.json')
  const passed = run(['npx', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  return counted(passed, () => {
    const report = vitestReport.parse(read(file))
    return { passed: report.numPassedTests, failed: report.numFailedTests }
  })
}

function afterBuild(): Count[] {
  const built = step('build')
  return built.failed ? [built] : [built, browser()]
}

function browser(): Count {
  const file = join(reports, 'e2e.json')
  const passed = run(['npx', 'playwright', 'test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file })
  return counted(passed, () => {
    const { stats } = playwrightReport.parse(read(file))
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
  })
}

/** A runner that failed without a failed test, or left no report, is a failure of its own. */
function counted(passed: boolean, count: () => Count): Count {
  try {
    const found = count()
    return passed || found.failed > 0 ? found : { ...found, failed: 1 }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function run([command = '', ...args]: string[], env: Record<string, string> = {}): boolean {
  console.log(`\n> ${[command, ...args].join(' ')}`)
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
