import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** True while the page is being printed: the browser waits for what is drawn then. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true))
    const finish = () => setPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', finish)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', finish)
    }
  }, [])
  return printing
}
