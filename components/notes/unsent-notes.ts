import type { Kept } from '../kept'
import { UnsentStore } from '../outbox/unsent-store'
import { swrKeys } from '../swr-keys'
import { readWritten, type Written } from './kept-note'
import { interviewOfNotesUrl } from './notes-url'

/** Notes that the server does not have. */
export class UnsentNotes extends UnsentStore<Written> {
  /** `key` is of this member alone. */
  constructor(key: string, kept: Kept) {
    super({
      kept,
      key,
      endOf: ({ interviewId, id }) => `${swrKeys.notes(interviewId)} ${id}`,
      read: (end, stored) => {
        const interviewId = interviewOfNotesUrl(end.split(' ')[0] ?? '')
        return interviewId === null ? null : readWritten(interviewId, stored)
      },
    })
  }
}
