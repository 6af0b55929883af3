import { delimitedRow, type Cell } from '../../exports/delimited-row'
import type { TableOptions } from '../../exports/table-options'
import { memberLabel, type Author } from '../../members/member'
import type { AboutWhat, By, LoggedEvent } from './logged-event'

const BOM = '\ufeff'
const COLUMNS: [title: string, cell: (event: LoggedEvent) => Cell][] = [
  ['Number', ({ seq }) => seq],
  ['Time', ({ at }) => at],
  ['Who', ({ by }) => (by.kind === 'member' ? labelOf(by.member) : by.kind)],
  ['Who (ID)', ({ by }) => idOf(by)],
  ['What', ({ code }) => code],
  ['About', ({ about }) => about?.kind ?? null],
  ['About (name)', ({ about }) => (about ? nameOf(about) : null)],
  ['About (ID)', ({ about }) => about?.id ?? null],
  ['Details', ({ payload }) => JSON.stringify(payload)],
  ['Address', ({ address }) => address],
  ['Session', ({ sessionId }) => sessionId],
]

/** As a spreadsheet reads it, part by part, under a line of titles. */
export async function* logTable(batches: AsyncIterable<LoggedEvent[]>, { bom, ...style }: TableOptions) {
  const titles = COLUMNS.map(([title]) => title)
  yield (bom ? BOM : '') + delimitedRow(titles, style)
  for await (const events of batches) {
    const lines = events.map((event) => {
      const cells = COLUMNS.map(([, cell]) => cell(event))
      return delimitedRow(cells, style)
    })
    yield lines.join('')
  }
}

function labelOf(member: Author | null): string | null {
  return member && memberLabel(member)
}

function idOf(by: By): string | null {
  return by.kind === 'member' ? by.id : null
}

function nameOf(about: AboutWhat): string | null {
  if (about.kind === 'interview') return about.candidate && (about.candidate.name ?? about.candidate.email)
  if (about.kind === 'invitation') return about.email
  return about.kind === 'flow' ? about.title : labelOf(about.member)
}
