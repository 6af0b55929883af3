import { useEffect, useRef } from 'react'
import { useSending } from '../use-sending'
import { storeFile } from './store-file'

/** Stores one file at a time; resolves to whether it could. Leaving gives up what is on its way. */
export function useStoreFile() {
  const { isSending: isStoring, failure, send } = useSending()
  const leaving = useRef<AbortController>(undefined)
  useEffect(() => () => leaving.current?.abort(), [])
  const store = (url: string, init: RequestInit = {}): Promise<boolean> => {
    const { signal } = (leaving.current = new AbortController())
    return send(() => storeFile(url, { ...init, signal }))
  }
  return { store, isStoring, failure }
}
