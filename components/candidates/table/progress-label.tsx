import type { ReaderProgress } from '@/lib/interviews/interview'

const WORDS: Record<ReaderProgress, string> = { new: 'New', begun: 'Begun', read: 'Read', heard: 'Heard' }
const TITLES: Record<ReaderProgress, string> = {
  new: 'You have heard and read nothing of it',
  begun: 'You have heard or read some of it',
  read: 'You have read nearly all that the candidate says, or heard it in part',
  heard: 'You have heard nearly all that the candidate says',
}
const LOOKS: Record<ReaderProgress, string> = {
  new: 'font-medium text-accent',
  begun: 'text-ink',
  read: 'text-faint',
  heard: 'text-faint',
}

/** How far its reader is with an interview. */
export function ProgressLabel({ progress }: { progress: ReaderProgress }) {
  return (
    <span title={TITLES[progress]} className={LOOKS[progress]}>
      {WORDS[progress]}
    </span>
  )
}

export function progressWord(progress: ReaderProgress): string {
  return WORDS[progress]
}
