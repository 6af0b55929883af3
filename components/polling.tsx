'use client'

import { useState, type ReactNode } from 'react'
import { SWRConfig, type SWRConfiguration } from 'swr'
import { inOwnTask } from './own-task'
import { retryAfter } from './retry-after'

type Props = { fallback: Record<string, unknown>; children: ReactNode }

/**
 * Whatever the pages under it ask for again and again they go on asking for while nobody answers. `fallback` is what the server has
 * drawn them with, by the key under which they ask for it.
 */
export function Polling({ fallback, children }: Props) {
  const [value] = useState(() => ({ ...CONFIG, fallback }))
  return <SWRConfig value={value}>{children}</SWRConfig>
}

const CONFIG: SWRConfiguration = {
  use: [inOwnTask],
  onErrorRetry: (_error, _key, _config, revalidate, { retryCount }) => {
    setTimeout(() => void revalidate({ retryCount }), retryAfter(retryCount, Math.random()))
  },
}
