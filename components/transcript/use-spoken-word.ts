import { useEffect, type RefObject } from 'react'
import { keepInSight } from './keep-in-sight'
import { usePlayback } from '../player/playback-context'
import { SpokenWords } from './spoken-words'
import type { WordIndex } from './word-index'

/** Seconds in which a word that was comfortably in sight cannot have left it by being read on. */
const IN_SIGHT_FOR = 4

type Follow = { area: RefObject<HTMLElement | null>; index: WordIndex | null; following: boolean }

/** Shows the words being said and, while following, keeps them in sight. */
export function useSpokenWord({ area, index, following }: Follow) {
  const playback = usePlayback()
  useEffect(() => {
    const root = area.current
    if (!root || !index) return undefined

    const spoken = new SpokenWords()
    let keptAt = -Infinity
    const show = (time: number, jumped: boolean) => {
      const words = time === 0 ? [] : index.at(time)
      const news = spoken.newsOf(words)
      // Before anything is painted, since to measure the browser would then lay the page out twice.
      if (following && news && (jumped || news.isElsewhere || time > keptAt + IN_SIGHT_FOR)) {
        keptAt = time
        keepInSight(root, news.segments[0], news.ranges[0])
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
  }, [area, index, following, playback])
}
