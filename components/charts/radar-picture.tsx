'use client'

import { useLoaded } from '../ui/use-loaded'
import type { RadarPoint } from './radar'
import { useSeen } from './use-seen'

const load = () => import('./radar').then(({ RadarOfPoints }) => RadarOfPoints)

/** Loaded when it is looked at: the numbers stand beside it, and its place is kept. */
export function RadarPicture({ points, max }: { points: RadarPoint[]; max: number }) {
  const [seen, place] = useSeen()
  const [Radar] = useLoaded(load, seen)
  return (
    <div ref={place} className="my-3 flex h-56 justify-center overflow-x-clip print:hidden" aria-hidden="true">
      {Radar && <Radar points={points} max={max} />}
    </div>
  )
}
