import type { Connection, Doubt } from '@/lib/connection/connection'

/** What keeps it from being sure that everything is here, and the way out, in a sentence or two. */
export function doubtWords(doubt: Doubt, { lastFailure, webhooks, unreadable }: Connection): string {
  return WORDS[doubt]({
    failure: lastFailure?.message ?? 'Ribbon could not be read.',
    announced: webhooks.waiting,
    unreadable: unreadable.total,
  })
}

type Told = { failure: string; announced: number; unreadable: number }

const WORDS: Record<Doubt, (told: Told) => string> = {
  refused: () => 'Ribbon refuses the key. Enter the new one as RIBBON_API_KEY on the server and restart.',
  failing: ({ failure }) => `${failure} Debrief tries again by itself; what is here can be reviewed as before.`,
  overdue: () =>
    'The next comparison is overdue, and nothing says why. Look into the server’s log, or restart Debrief.',
  reading: () => 'Not everything has been read for the first time yet.',
  cut_short: () => 'One of Ribbon’s lists could not be read to its end. The next comparison tries again.',
  under_way: () => 'One of Ribbon’s lists is being read again, with more to come.',
  outdated: () => 'The last complete comparison was too long ago. Compare now.',
  announced: ({ announced }) =>
    announced === 1
      ? 'One announcement of Ribbon’s waits to be fetched.'
      : `${count(announced)} announcements of Ribbon’s wait to be fetched.`,
  unreadable: ({ unreadable }) =>
    unreadable === 1
      ? 'One item of Ribbon’s could not be read: below is which, and why.'
      : `${count(unreadable)} items of Ribbon’s could not be read: below is which, and why.`,
}

function count(number: number): string {
  return number.toLocaleString('en-US')
}
