import type { Interview } from '@/lib/interviews/interview'

export function NoRecording({ state }: Pick<Interview, 'state'>) {
  return (
    <p className="border-b border-line bg-rail px-4 py-2.5 text-muted lg:px-6">
      {state === 'processing'
        ? 'There is no recording yet. It appears here by itself once Ribbon has it.'
        : 'There is no recording: Ribbon never had one, or access to it has been revoked. The transcript remains.'}
    </p>
  )
}
