import { SCORE_NAMES, type ScoreName } from '../assessment/scores'
import { VOTES, type Vote } from '../interviews/vote'
import { memberLabel } from '../members/member'
import { delimitedRow, type Cell } from './delimited-row'
import type { ExportedRow, OwnRating } from './exported-row'
import type { TableOptions } from './table-options'

/** In the place of what its reader may not know yet, which is not missing. */
const HIDDEN = 'hidden'
const BOM = '\ufeff'

type Column = { title: string; cell: (row: ExportedRow) => Cell }

const score = (name: ScoreName): Column => ({
  title: name.charAt(0).toUpperCase() + name.slice(1),
  cell: ({ assessment }) => (assessment.is === 'shown' ? assessment.scores[name] : HIDDEN),
})

const voteCount = (vote: Vote): Column => ({
  title: `Votes: ${vote.replaceAll('_', ' ')}`,
  cell: ({ votes }) => (votes.is === 'shown' ? votes.counts[vote] : HIDDEN),
})

const textOfRating = ({ question, rating }: OwnRating) => `${rating} ${question ?? 'a question that is gone'}`

/** Those that are told, and that there may be others. */
function textOfOverrides({ overrides, othersOverrides }: ExportedRow): string | null {
  const told = overrides.map(({ score, by, reason }) => `${memberLabel(by)} says ${score} is wrong: ${reason}`)
  return [...told, ...(othersOverrides.is === 'shown' ? [] : [HIDDEN])].join(' | ') || null
}

const textOfReason = (reason: ExportedRow['statusReason' | 'invalidReason']) =>
  reason === null || typeof reason === 'string' ? reason : HIDDEN

/** What is invalid counts in no mean. */
function meanOf({ ratings, invalid }: ExportedRow): number | null {
  if (ratings.length === 0 || invalid) return null
  return ratings.reduce((sum, { rating }) => sum + rating, 0) / ratings.length
}

/** To so many digits after the point: what calculating adds beyond them nobody measured. */
function rounded(value: number | null, digits: number): number | null {
  return value === null ? null : Number(value.toFixed(digits))
}

/** The columns of the table, in their order; whatever else a row has comes here. */
const COLUMNS: Column[] = [
  { title: 'Interview ID', cell: ({ id }) => id },
  { title: 'Candidate', cell: ({ candidate }) => candidate.name },
  { title: 'Email', cell: ({ candidate }) => candidate.email },
  { title: 'Flow ID', cell: ({ flow }) => flow.id },
  { title: 'Flow', cell: ({ flow }) => flow.title },
  { title: 'Team ID', cell: ({ team }) => team.id },
  { title: 'Team', cell: ({ team }) => team.name },
  { title: 'State', cell: ({ state }) => state },
  { title: 'First seen', cell: ({ firstSeenAt }) => firstSeenAt },
  { title: 'Duration (seconds)', cell: ({ duration }) => rounded(duration, 3) },
  { title: 'Candidate speaks (seconds)', cell: ({ talk }) => rounded(talk, 3) },
  ...SCORE_NAMES.map(score),
  {
    title: 'General score',
    cell: ({ assessment }) => (assessment.is === 'shown' ? rounded(assessment.generalScore, 2) : HIDDEN),
  },
  ...VOTES.map(voteCount),
  { title: 'My vote', cell: ({ votes }) => votes.mine },
  { title: 'My ratings', cell: ({ ratings }) => ratings.map(textOfRating).join(' | ') || null },
  { title: 'Mean of my ratings', cell: (row) => rounded(meanOf(row), 2) },
  { title: 'Status', cell: ({ status }) => status },
  { title: 'Status reason', cell: ({ statusReason }) => textOfReason(statusReason) },
  { title: 'Status set by', cell: ({ statusSet }) => statusSet && memberLabel(statusSet.by) },
  { title: 'Status set at', cell: ({ statusSet }) => statusSet && statusSet.at },
  { title: 'Status at Ribbon', cell: ({ ribbonStatus }) => ribbonStatus },
  { title: 'Invalid', cell: ({ invalid }) => invalid && invalid.cause },
  { title: 'Invalid reason', cell: ({ invalidReason }) => textOfReason(invalidReason) },
  { title: 'Scores held to be wrong', cell: textOfOverrides },
  { title: 'Link', cell: ({ url }) => url },
]

/** The rows as a spreadsheet reads them, part by part, under a line of titles. */
export async function* tableOf(batches: AsyncIterable<ExportedRow[]>, { bom, ...style }: TableOptions) {
  const titles = COLUMNS.map(({ title }) => title)
  yield (bom ? BOM : '') + delimitedRow(titles, style)
  for await (const rows of batches) {
    const lines = rows.map((row) =>
      delimitedRow(
        COLUMNS.map(({ cell }) => cell(row)),
        style,
      ),
    )
    yield lines.join('')
  }
}
