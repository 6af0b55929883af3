import { countUntil } from '../count-until'
import type { TextSpan } from './text-span'

/** Other words for a stretch of a text. */
export type Patch = TextSpan & { text: string }

/** A text in which stretches were replaced. */
export type Patched = {
  text: string
  /** Where an offset of the text before is in this one; inside of what was replaced, the edge of what took its place. */
  at: (offset: number, edge: 'start' | 'end') => number
}

/** The patches are sorted and apart. */
export function patched(text: string, patches: Patch[]): Patched {
  let [shown, done] = ['', 0]
  const placed = patches.map((patch) => {
    shown += text.slice(done, patch.from)
    const start = shown.length
    shown += patch.text
    done = patch.to
    return { ...patch, start, end: shown.length }
  })
  shown += text.slice(done)
  const at = (offset: number, edge: 'start' | 'end') => {
    const reach = edge === 'start' ? offset : offset - 1
    const patch = placed[countUntil(placed.length, (place) => (placed[place]?.from ?? 0) <= reach) - 1]
    if (!patch) return offset
    const isInside = edge === 'start' ? offset < patch.to : offset <= patch.to
    if (isInside) return edge === 'start' ? patch.start : patch.end
    return patch.end + offset - patch.to
  }
  return { text: shown, at }
}
