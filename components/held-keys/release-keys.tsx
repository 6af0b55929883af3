'use client'

import { useEffect } from 'react'
import { releasePageKeys } from './held-keys'

/** After what hears them. */
export function ReleaseKeys() {
  useEffect(() => releasePageKeys(), [])
  return null
}
