import type { ReactNode } from 'react'
import type { Evidence } from '@/lib/assessment/evidence'
import { percentOf } from '@/lib/assessment/evidence-shown'
import { guarded } from '../../guarded'
import { formatDuration } from '../../duration'
import { PlayAnswer } from './play-answer'

type Props = { evidence: Evidence }

/** What the scores rest on, in figures. */
export const EvidenceTable = guarded('What the scores rest on', function EvidenceTable({ evidence }: Props) {
  const { seconds, length, words, wordsPerMinute, answered, asked, questions, longest, pause } = evidence
  const unasked = questions - asked
  const percent = percentOf(seconds, length)
  return (
    <table className="w-full">
      <caption className="pt-5 pb-1 text-left text-2xs font-medium text-muted">What they rest on</caption>
      <tbody>
        <Row name="Candidate speaks" figure={formatDuration(seconds)}>
          {percent !== null && `${percent} % of ${formatDuration(length)}`}
        </Row>
        <Row name="Words" figure={words > 0 ? words.toLocaleString('en') : '–'}>
          {wordsPerMinute !== null && `${Math.round(wordsPerMinute)} a minute`}
        </Row>
        <Row name="Questions answered" figure={asked > 0 ? `${answered} of ${asked}` : '–'}>
          {asked > 0 && unasked > 0 && `${unasked} not asked`}
        </Row>
        <Row name="Longest answer" figure={longest ? formatDuration(longest.seconds) : '–'}>
          {longest && <PlayAnswer answer={longest} name="the longest answer" />}
        </Row>
        <Row name="Pause before answers" figure={pause === null ? '–' : `${pause.toFixed(1)} s`}>
          {pause !== null && 'median'}
        </Row>
      </tbody>
    </table>
  )
})

function Row({ name, figure, children }: { name: string; figure: string; children: ReactNode }) {
  return (
    <tr className="figures">
      <th scope="row">{name}</th>
      <td className="whitespace-nowrap text-muted">{children}</td>
      <td className="w-16 font-medium">{figure}</td>
    </tr>
  )
}
