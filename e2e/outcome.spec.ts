import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { browserOutcome, unitOutcome } from './outcome'
import { temporaryFolder } from './temporary-folder'
import { expect, test } from './test'

const written = (report: unknown) => {
  const file = join(temporaryFolder('outcome'), 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}
const tests = (...results: [string, string][]) =>
  results.map(([fullName, status]) => ({
    fullName,
    status,
    failureMessages: ['\u001b[31mError:\u001b[39m by nothing'],
  }))
const spec = (title: string, status: string) => {
  const results = status === 'expected' ? [{}] : [{ error: { message: `it ${'never '.repeat(300)}did` } }]
  return { title, file: 'a.spec.ts', line: 7, tests: [{ status, results }] }
}
const browser = (specs: unknown[], errors: unknown[] = []) =>
  written({ stats: { expected: 3 }, suites: [{ specs: [], suites: [{ specs }] }], errors })

test('a unit test that fails is named, and so is a file that cannot be run', () => {
  const testResults = [
    { name: 'a.test.ts', status: 'failed', assertionResults: tests(['adds', 'passed'], ['divides', 'failed']) },
    { name: 'b.test.ts', status: 'failed', message: 'Error: no such\n  file', assertionResults: [] },
  ]
  const file = written({ numPassedTests: 1, testResults })
  expect(unitOutcome({ ended: false, file })).toEqual({
    passed: 1,
    failed: ['a.test.ts › divides: Error: by nothing', 'b.test.ts: Error: no such file'],
  })
})

test('a browser test that fails or passes only the second time is named, and so is what fails outside of all', () => {
  const specs = [spec('opens', 'expected'), spec('closes', 'unexpected'), spec('waits', 'flaky')]
  const file = browser(specs, [{ message: 'no build' }])
  expect(browserOutcome({ ended: false, file })).toEqual({
    passed: 3,
    failed: [
      expect.stringMatching(/^a\.spec\.ts:7 › closes: it never.{792}$/),
      expect.stringMatching(/^a\.spec\.ts:7 › waits: it never/),
      'outside any browser test: no build',
    ],
  })
})

test('a runner that fails without a failed test, or leaves no report, is a failure', () => {
  const unit = written({ numPassedTests: 1, testResults: [] })
  expect(unitOutcome({ ended: true, file: unit }).failed).toEqual([])
  expect(unitOutcome({ ended: false, file: unit }).failed).toHaveLength(1)
  expect(browserOutcome({ ended: false, file: browser([]) }).failed).toHaveLength(1)
  expect(unitOutcome({ ended: true, file: '/nowhere' }).failed).toHaveLength(1)
  expect(browserOutcome({ ended: true, file: written([]) }).failed).toHaveLength(1)
})
