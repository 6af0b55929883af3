'use client'

import dynamic from 'next/dynamic'
import type { RadarPoint } from './radar'
import { useSeen } from './use-seen'

/** Loaded when it is looked at: the numbers stand beside it, and its place is kept. */
const Radar = dynamic(() => import('./radar').then((module) => module.RadarOfPoints), { ssr: false })

export function RadarPicture({ points, max }: { points: RadarPoint[]; max: number }) {
  const [seen, place] = useSeen()
  return (
    <div ref={place} className="my-3 flex h-56 justify-center overflow-x-clip print:hidden" aria-hidden="true">
      {seen && <Radar points={points} max={max} />}
    </div>
  )
}
