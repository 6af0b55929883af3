'use client'

import { guarded } from '../guarded'
import { useLoaded } from '../ui/use-loaded'
import type { RadarPoint } from './radar'
import { useSeen } from './use-seen'

const load = () => import('./radar').then(({ RadarOfPoints }) => RadarOfPoints)

type Props = { points: RadarPoint[]; max: number }

/** Loaded when it is looked at: the numbers stand beside it, and its place is kept. */
export const RadarPicture = guarded('The picture of the scores', function RadarPicture({ points, max }: Props) {
  const [seen, place] = useSeen()
  const [Radar] = useLoaded(load, seen)
  return (
    <div ref={place} className="my-3 flex h-56 justify-center overflow-x-clip print:hidden" aria-hidden="true">
      {Radar && <Radar points={points} max={max} />}
    </div>
  )
})
