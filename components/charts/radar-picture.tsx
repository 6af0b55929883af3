'use client'

import dynamic from 'next/dynamic'
import type { RadarPoint } from './radar'

/** Loaded after the page: the numbers stand beside it, and its place is kept. */
const Radar = dynamic(() => import('./radar').then((module) => module.RadarOfPoints), { ssr: false })

export function RadarPicture({ points, max }: { points: RadarPoint[]; max: number }) {
  return (
    <div className="my-3 flex h-56 justify-center" aria-hidden="true">
      <Radar points={points} max={max} />
    </div>
  )
}
