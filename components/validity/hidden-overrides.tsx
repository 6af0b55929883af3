'use client'

import { hiddenWords } from '../votes/vote-words'
import { useShowsColleagues, useVotes } from '../votes/votes-context'

/** Below scores that are shown: an unmarked one is none that colleagues agree with, where what they think is hidden. */
export function HiddenOverrides() {
  return useShowsColleagues() ? null : <Words />
}

function Words() {
  const { isClosed } = useVotes()
  return <HiddenOverridesWords isClosed={isClosed} />
}

/** `isClosed`: nobody votes any more, so that no vote shows it. */
export function HiddenOverridesWords({ isClosed }: { isClosed: boolean }) {
  return (
    <p className="mt-2 text-xs text-muted">
      Whether colleagues hold a score to be wrong is {hiddenWords(isClosed).toLowerCase()}.
    </p>
  )
}
