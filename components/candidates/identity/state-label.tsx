import type { InterviewState } from '@/lib/interviews/interview'

const WORDS: Record<InterviewState, string> = {
  ready: 'Ready',
  processing: 'Processing',
  not_taken: 'Not taken',
}

export function StateLabel({ state }: { state: InterviewState }) {
  return (
    <span className="state-label" data-state={state}>
      {WORDS[state]}
    </span>
  )
}

export function stateWord(state: InterviewState): string {
  return WORDS[state]
}
