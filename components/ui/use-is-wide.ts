import { useMedia } from './use-media'

/** Whether panels stand beside each other: as Tailwind's `lg`. */
export function useIsWide(): boolean {
  return useMedia('(width >= 64rem)')
}
