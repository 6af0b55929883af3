'use client'

import { useSyncExternalStore } from 'react'
import type { Connectivity } from '../connectivity'
import { Button } from './button'
import { CornerNotice } from './corner-notice'
import { unopened } from './unopened'

/** That what was pressed does not open, and what to do. */
export function UnopenedNotice() {
  const why = useSyncExternalStore(unopened.onChange, unopened.get, () => null)
  return (
    why && (
      <CornerNotice>
        <p className="min-w-0 flex-1">{SENTENCES[why]}</p>
        <Button size="small" className="shrink-0" onClick={unopened.close}>
          Close
        </Button>
      </CornerNotice>
    )
  )
}

const SENTENCES: Record<Connectivity['is'], string> = {
  offline: 'You are offline. Press it again when you are back.',
  silent: 'Debrief is not answering. Press it again once it does.',
  out: 'Debrief is not answering. Press it again once it does.',
  // Of a page that is older than the release that answers.
  online: 'That could not be loaded. Press it again, or load the page anew.',
}
