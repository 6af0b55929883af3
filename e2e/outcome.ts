/** What test runners report: how many tests passed, and the names of those that failed. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

export type Outcome = { passed: number; failed: string[] }

const unitReport = z.object({
  numPassedTests: z.number(),
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

const suite = z.object({
  specs: z.array(z.object({ title: z.string(), file: z.string(), line: z.number(), ok: z.boolean() })),
  get suites() {
    return z.array(suite).optional()
  },
})

const browserReport = z.object({
  stats: z.object({ expected: z.number() }),
  suites: z.array(suite),
  errors: z.array(z.object({ message: z.string().optional() })),
})

/** Of the JSON that Vitest wrote into the file. */
export function unitOutcome(file: string): Outcome {
  const report = unitReport.safeParse(read(file)).data
  if (!report) return noReport(file)
  const failed = report.testResults.flatMap(({ name, status, assertionResults }) => {
    const tests = assertionResults.filter((result) => result.status === 'failed').map(({ fullName }) => fullName)
    return tests.length > 0 || status !== 'failed' ? tests.map((test) => `${name} › ${test}`) : [name]
  })
  if (!report.success && failed.length === 0) failed.push('the unit tests, outside any test')
  return { passed: report.numPassedTests, failed }
}

/** Of the JSON that Playwright wrote into the file. */
export function browserOutcome(file: string): Outcome {
  const report = browserReport.safeParse(read(file)).data
  if (!report) return noReport(file)
  const failed = report.suites.flatMap(specsOf).filter(({ ok }) => !ok)
  const outside = report.errors.map(({ message }) => `outside any browser test: ${message ?? 'no message'}`)
  const names = failed.map(({ file: spec, line, title }) => `${spec}:${line} › ${title}`)
  return { passed: report.stats.expected, failed: [...names, ...outside] }
}

/** Prints the names and, as the last line, the sums. Returns the exit code. */
export function printOutcome(outcomes: readonly Outcome[]): number {
  const failed = outcomes.flatMap((outcome) => outcome.failed)
  for (const name of failed) console.log(`failed: ${name}`)
  console.log(`${outcomes.reduce((sum, { passed }) => sum + passed, 0)} passed, ${failed.length} failed`)
  return failed.length === 0 ? 0 : 1
}

function specsOf({ specs, suites = [] }: z.infer<typeof suite>): z.infer<typeof suite>['specs'] {
  return [...specs, ...suites.flatMap(specsOf)]
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
