import { useEffect } from 'react'
import { usePlayback } from '../player/playback-context'
import { useRoot } from '../player/playback-root'
import { keepInSight } from './keep-in-sight'
import { SpokenWords } from './spoken-words'
import { useTranscript } from './transcript-context'
import type { WordIndex } from './word-index'

/** Seconds in which a word that was comfortably in sight cannot have left it by being read on. */
const IN_SIGHT_FOR = 4

type Follow = { index: WordIndex | null; following: boolean }

/** Shows the words being said and, while following, keeps them in sight. */
export function useSpokenWord({ index, following }: Follow) {
  const { segments } = useTranscript()
  const root = useRoot()
  const playback = usePlayback()
  useEffect(() => {
    const { current: area } = segments.area
    if (!area || !index) return undefined

    const spoken = new SpokenWords(segments)
    let keptAt = -Infinity
    const show = (time: number, jumped: boolean) => {
      const words = time === 0 ? [] : index.at(time)
      const news = spoken.newsOf(words)
      // Before anything is painted, since to measure the browser would then lay the page out twice.
      if (following && news && (jumped || news.isElsewhere || time > keptAt + IN_SIGHT_FOR)) {
        keptAt = time
        keepInSight({ area, root: root.current }, news.segments[0], news.ranges[0])
      }
      if (news) spoken.show(news)
      return index.changeAfter(time)
    }
    show(playback.time, true)
    const unsubscribe = playback.onTime(show)
    return () => {
      unsubscribe()
      spoken.clear()
    }
  }, [segments, root, index, following, playback])
}
