import { guarded } from '../../guarded'
import { useTranscript } from '../../transcript/transcript-context'
import { useAnswers } from '../answers-context'
import { PrintedTalk } from './printed-talk'

/** What belongs to no question: greetings, banter, the candidate's own questions. Where nothing was matched, all that was said. */
export const PrintedRest = guarded('The rest of the talk', function PrintedRest() {
  const answers = useAnswers()
  const { times } = useTranscript()
  const answered = new Set(answers.flatMap(({ segments }) => segments))
  const rest = [...times.keys()].filter((segment) => !answered.has(segment))
  if (rest.length === 0) return null
  return (
    <section className="mt-6">
      <h2 className="mb-1 font-semibold">{answered.size > 0 ? 'Outside the questions' : 'All that was said'}</h2>
      <PrintedTalk segments={rest} />
    </section>
  )
})
