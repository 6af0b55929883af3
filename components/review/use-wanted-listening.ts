import { useEffect } from 'react'
import { usePlayback, usePlaybackState } from '../player/playback-context'
import { type Listening, WHOLE_TALK } from '../player/playback-state'
import { useWordIndex } from '../transcript/use-word-index'

/**
 * What is wanted before it is known when the candidate speaks is listened to once it is; where there is nothing of it, the whole
 * interview. True while it waits for that.
 */
export function useWantedListening(choices: Listening[]): boolean {
  const playback = usePlayback()
  const { listening, spans } = usePlaybackState()
  const isKnown = useWordIndex() !== null
  const isWanted = listening.to !== 'everything' && listening.spans === null
  useEffect(() => {
    // An answer that plays is not cut off for it.
    if (!isWanted || spans) return
    const choice = choices.find(({ to }) => to === listening.to)
    if (choice) playback.listenTo(choice)
    else if (isKnown) playback.listenTo(WHOLE_TALK)
  }, [playback, choices, listening, spans, isWanted, isKnown])
  return isWanted
}
