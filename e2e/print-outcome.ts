/** tsx e2e/print-outcome.ts STATUS UNIT.json STATUS BROWSER.json: what both runners ended with and reported; the last line is the sum. */
import { browserOutcome, printOutcome, unitOutcome } from './outcome'

const [unitStatus, unit = '', browserStatus, browser = ''] = process.argv.slice(2)
process.exitCode = printOutcome([
  unitOutcome({ ended: unitStatus === '0', file: unit }),
  browserOutcome({ ended: browserStatus === '0', file: browser }),
])
