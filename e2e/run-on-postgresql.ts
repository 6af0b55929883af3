/** npm run test:postgresql: on the server that TEST_DATABASE_URL names, what a database can change. The build has to be there. */
import { readdirSync } from 'node:fs'
import { browserTests, runSteps, unitTests } from './steps'

/** Why these have the same outcome on every database; all other specs run on this one too. */
const SPECS_SAME_EVERYWHERE: Record<string, string> = {
  'accessible.spec.ts': 'what axe judges is what is drawn',
  'account.spec.ts': 'its commands, and which sessions they end, are among the database tests',
  'another-member.spec.ts': 'who is refused, and what a browser keeps; whose a change is is among the database tests',
  'audit.spec.ts': 'reading the log, whose queries and exports are among the database tests',
  'compare-matrix.spec.ts': 'drawing and sorting what a matrix has, whose queries are among the database tests',
  'compare-side-by-side.spec.ts': 'drawing, playing and rating, as compare.spec.ts',
  'compare.spec.ts': 'drawing, playing and rating, whose queries and commands are among the database tests',
  'connection.spec.ts': 'one small page; its queries are among the database tests',
  'errors.spec.ts': 'it is about how any failure is told',
  'evening.spec.ts': 'it is about what the sandbox has',
  'first-load.spec.ts': 'fonts and scripts',
  'headers.spec.ts': 'answers are dressed before a database is asked',
  'invitations.spec.ts': 'forms and mails; what a link does once is among the database tests',
  'journeys.spec.ts': 'it is about how much a person has to do',
  'list-facts.spec.ts': 'drawing what the list tells, whose columns and counts are among the database tests',
  'list-found.spec.ts': 'playing what was found; searches are among the database tests',
  'list-place.spec.ts': 'walking a list, whose pages and neighbours are among the database tests',
  'long-talk.spec.ts': 'drawing what has been loaded',
  'media-keys.spec.ts': 'playing what has been loaded',
  'offline-presses.spec.ts': 'about scripts that nobody sends',
  'offline.spec.ts': 'about what nobody answers',
  'origin.spec.ts': 'refused before a database is asked',
  'outcome.spec.ts': 'no app at all',
  'palette.spec.ts': 'its one search is among the database tests',
  'panels.spec.ts': 'drawing what has been loaded',
  'passkeys.spec.ts': 'about what a browser signs; each way of using one is among the database tests',
  'phone.spec.ts': 'drawing what has been loaded',
  'playback.spec.ts': 'playing what has been loaded',
  'program.spec.ts': 'no app at all',
  'queue-phone.spec.ts': 'where it is drawn',
  'queue.spec.ts': 'keys and what goes along; sharing out, skipping and voting are among the database tests',
  'review-keys.spec.ts': 'keys on what has been loaded',
  'review.spec.ts': 'finding and playing, whose queries are among the database tests',
  'selection.spec.ts': 'ticking rows; what is done with them is among the database tests',
  'stays-up.spec.ts': 'about the embedded database',
  'stranger.spec.ts': 'refused before anything is read; that no session is one is among the database tests',
  'team.spec.ts': 'forms; rights, and what they take from open lists, are among the database tests',
  'transcript.spec.ts': 'what it stores, corrections and what was heard, is among the database tests',
  'unsent-notes.spec.ts': 'about notes that have not reached a database',
  'votes.spec.ts': 'keys, undoing and what is drawn; votes, and what is hidden, are among the database tests',
  'webkit.spec.ts': 'about another browser',
  'widths.spec.ts': 'where controls are drawn',
  'without-ranges.spec.ts': 'playing what has been loaded',
}

/** As above, of the tests with a database. */
const TESTS_SAME_EVERYWHERE: Record<string, string> = {
  'app/api/changes.db.test.ts': 'refused before anything is stored',
  'app/api/heads.db.test.ts': 'HEAD beside GET: what is read for it is asked by the queries of the other tests',
  'app/api/largest-bodies.db.test.ts': 'how much a route reads',
  'app/permissions.db.test.ts': 'refused before anything is read',
  'app/viewings.db.test.ts': 'what a route tells the log, whose writing is among the other tests',
  'lib/audited-commands.db.test.ts':
    'what a command tells the log; that both are one transaction is among the other tests',
  'lib/db/earlier-states.db.test.ts':
    'what the statements of migrations do to rows, on the same engine built for another place',
  'lib/db/testing/migrated.db.test.ts': 'how the embedded database is used again',
  'lib/stranger-cases.db.test.ts': 'example by example what outside-scope.db.test.ts asks by histories',
}

if (!process.env.TEST_DATABASE_URL) throw new Error('TEST_DATABASE_URL has to name a PostgreSQL server.')
const specs = readdirSync('e2e').filter((name) => name.endsWith('.spec.ts') && !(name in SPECS_SAME_EVERYWHERE))
// Playwright takes them for patterns, of which notes.spec.ts would be one of unsent-notes.spec.ts too.
const paths = specs.map((name) => `e2e/${name}`)
const tests = ['app', 'launch', 'lib', 'sandbox'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((file) => file.endsWith('.db.test.ts') && !(file in TESTS_SAME_EVERYWHERE)),
)

process.exitCode = await runSteps(
  [browserTests('browser tests on PostgreSQL', ['--project=chromium', ...paths])],
  [unitTests('database tests on PostgreSQL', ['--project', 'database', ...tests])],
)
