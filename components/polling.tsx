'use client'

import type { ReactNode } from 'react'
import { SWRConfig } from 'swr'
import { retryAfter } from './retry-after'

/** Whatever the pages under it ask for again and again they go on asking for while nobody answers. */
export function Polling({ children }: { children: ReactNode }) {
  return <SWRConfig value={CONFIG}>{children}</SWRConfig>
}

const CONFIG: Parameters<typeof SWRConfig>[0]['value'] = {
  onErrorRetry: (_error, _key, _config, revalidate, { retryCount }) => {
    setTimeout(() => void revalidate({ retryCount }), retryAfter(retryCount, Math.random()))
  },
}
