import type { Attempt } from '@/lib/attempts/attempt'
import type { Interview } from '@/lib/interviews/interview'
import { candidateLabel } from '../candidates/identity/candidate-label'
import { guarded } from '../guarded'
import { LinkAttempt } from './link-attempt'

type Props = { interview: Pick<Interview, 'id' | 'flow' | 'candidate'>; attempts: Attempt[] }

/** For who may say that another interview is this candidate's too; without a flow there are no attempts. */
export const AttemptLinking = guarded('Linking attempts', function AttemptLinking({ interview, attempts }: Props) {
  const { id, flow, candidate } = interview
  if (flow.id === null) return null
  const known = attempts.map((attempt) => attempt.id)
  return <LinkAttempt interviewId={id} flowId={flow.id} name={candidateLabel(candidate)} known={known} />
})
