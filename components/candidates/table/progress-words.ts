import type { ReaderProgress } from '@/lib/interviews/interview'

/** How far its reader is with an interview, and what that means. */
const WORDS: Record<ReaderProgress, { word: string; meaning: string }> = {
  new: { word: 'New', meaning: 'You have heard and read nothing of it' },
  begun: { word: 'Begun', meaning: 'You have heard or read some of it' },
  read: { word: 'Read', meaning: 'You have read nearly all that the candidate says, or heard it in part' },
  heard: { word: 'Heard', meaning: 'You have heard nearly all that the candidate says' },
}

export function progressWord(progress: ReaderProgress): string {
  return WORDS[progress].word
}

/** A sentence; undefined of what says no progress. */
export function progressMeaning(progress: string | undefined): string | undefined {
  return Object.entries(WORDS).find(([name]) => name === progress)?.[1].meaning
}
