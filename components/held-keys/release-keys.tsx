'use client'

import { useEffect } from 'react'
import { releaseKeys } from './held-keys'

/** After what hears them. */
export function ReleaseKeys() {
  useEffect(() => void releaseKeys(), [])
  return null
}
