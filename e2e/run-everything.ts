/** npm test: every check, the build and the browser tests. */
import { browserTests, runSteps, script, unitTests } from './steps'

process.exitCode = runSteps([
  ...['types', 'lint', 'format', 'dead-code'].map(script),
  unitTests('unit and database tests'),
  { ...script('build'), isNeeded: true },
  browserTests('browser tests'),
])
