/** tsx e2e/print-outcome.ts UNIT.json BROWSER.json: what both runners reported; the last line is the sum. */
import { browserOutcome, printOutcome, unitOutcome } from './outcome'

const [unit = '', browser = ''] = process.argv.slice(2)
process.exitCode = printOutcome([unitOutcome(unit), browserOutcome(browser)])
