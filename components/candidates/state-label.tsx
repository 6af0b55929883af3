import type { InterviewState } from '@/lib/interviews/interview'

const STATES: Record<InterviewState, { word: string; mark: string }> = {
  ready: { word: 'Ready', mark: 'bg-good' },
  processing: { word: 'Processing', mark: 'border-[1.5px] border-warn' },
  not_taken: { word: 'Not taken', mark: 'border-[1.5px] border-edge' },
}

export function StateLabel({ state }: { state: InterviewState }) {
  const { word, mark } = STATES[state]
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-muted">
      <span className={`size-2 rounded-full ${mark}`} aria-hidden="true" />
      {word}
    </span>
  )
}

export function stateWord(state: InterviewState): string {
  return STATES[state].word
}
