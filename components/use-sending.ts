import { useState } from 'react'
import { RequestFailed } from './fetch-json'

/** What somebody asks for and waits for: whether it is on its way, and what to say where it failed. */
export function useSending() {
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  /** Resolves to whether it could be done. */
  const send = async (work: () => Promise<unknown>): Promise<boolean> => {
    setSending(true)
    setFailure(null)
    try {
      await work()
      return true
    } catch (reason) {
      if (!(reason instanceof RequestFailed)) throw reason
      setFailure(reason.message)
      return false
    } finally {
      setSending(false)
    }
  }
  return { isSending, failure, send }
}
