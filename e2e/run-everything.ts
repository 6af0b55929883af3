/** npm test: every check, the build and the browser tests. */
import { browserTests, runSteps, script, unitTests } from './steps'

process.exitCode = await runSteps(
  [
    ...['types', 'lint', 'dead-code'].map(script),
    { ...script('build'), isNeeded: true },
    browserTests('browser tests'),
  ],
  [script('format'), unitTests('unit and database tests')],
)
