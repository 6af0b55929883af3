import { useCallback, useState } from 'react'

/** For something costly: false until its place has once been in sight. */
export function useSeen(): [boolean, (place: Element | null) => (() => void) | undefined] {
  const [seen, setSeen] = useState(false)
  const watch = useCallback((place: Element | null) => {
    if (!place) return undefined
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true)
    })
    observer.observe(place)
    return () => observer.disconnect()
  }, [])
  return [seen, watch]
}
