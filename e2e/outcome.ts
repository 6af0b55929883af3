/** What test runners report: how many tests passed, and which failed, with the reason. */
import { readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

/** Characters of a reason: whoever has only the end of a long log still learns why. */
const REASON_LENGTH = 800

export type Outcome = { passed: number; failed: string[] }

/** `ended`: whether the runner itself says that all is well; `file`: the JSON that it wrote. */
export type Run = { ended: boolean; file: string }

const unitReport = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).default([]) }),
      ),
    }),
  ),
})

const suite = z.object({
  specs: z.array(
    z.object({
      title: z.string(),
      file: z.string(),
      line: z.number(),
      tests: z.array(
        z.object({
          status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
          results: z.array(z.object({ error: z.object({ message: z.string().default('') }).optional() })).default([]),
        }),
      ),
    }),
  ),
  get suites() {
    return z.array(suite).optional()
  },
})

const browserReport = z.object({
  stats: z.object({ expected: z.number() }),
  suites: z.array(suite),
  errors: z.array(z.object({ message: z.string().optional() })),
})

/** Of Vitest. */
export function unitOutcome({ ended, file }: Run): Outcome {
  const report = unitReport.safeParse(read(file)).data
  if (!report) return noReport(file)
  const failed = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((result) => result.status === 'failed')
    if (tests.length === 0) return status === 'failed' ? [withReason(name, message)] : []
    return tests.map((test) => withReason(`${name} › ${test.fullName}`, test.failureMessages[0]))
  })
  return { passed: report.numPassedTests, failed: orItself('vitest', ended, failed) }
}

/** Of Playwright; a test that passes only when it is tried again has failed. */
export function browserOutcome({ ended, file }: Run): Outcome {
  const report = browserReport.safeParse(read(file)).data
  if (!report) return noReport(file)
  const failed = report.suites
    .flatMap(specsOf)
    .filter(({ tests }) => tests.some(({ status }) => status === 'unexpected' || status === 'flaky'))
  const outside = report.errors.map(({ message }) => `outside any browser test: ${message ?? 'no message'}`)
  const names = failed.map(({ file: spec, line, title, tests }) => {
    const errors = tests.flatMap(({ results }) => results.flatMap(({ error }) => error ?? []))
    return withReason(`${spec}:${line} › ${title}`, errors[0]?.message)
  })
  return { passed: report.stats.expected, failed: orItself('playwright', ended, [...names, ...outside]) }
}

/** Prints what failed and, as the last line, the sums. Returns the exit code. */
export function printOutcome(outcomes: readonly Outcome[]): number {
  const failed = outcomes.flatMap((outcome) => outcome.failed)
  for (const name of failed) console.log(`failed: ${name}`)
  console.log(`${outcomes.reduce((sum, { passed }) => sum + passed, 0)} passed, ${failed.length} failed`)
  return failed.length === 0 ? 0 : 1
}

/** In one line. */
function withReason(name: string, reason = ''): string {
  const said = stripVTControlCharacters(reason).replace(/\s+/g, ' ').trim()
  return said === '' ? name : `${name}: ${said.slice(0, REASON_LENGTH)}`
}

function specsOf({ specs, suites = [] }: z.infer<typeof suite>): z.infer<typeof suite>['specs'] {
  return [...specs, ...suites.flatMap(specsOf)]
}

/** A runner that failed without a failed test is a failure of its own. */
function orItself(runner: string, ended: boolean, failed: string[]): string[] {
  return ended || failed.length > 0 ? failed : [`${runner}, outside any test`]
}

/** A runner that left no report is a failure of its own. */
function noReport(file: string): Outcome {
  return { passed: 0, failed: [`a runner left no report: ${file}`] }
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
