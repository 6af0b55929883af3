import { fetchAnswer, RequestFailed } from '../fetch-json'

/**
 * Has the browser store the file that this address answers with, once all of it is there: of one that breaks off nothing is
 * stored, nor of one that nobody waits for any more. Throws RequestFailed.
 */
export async function storeFile(url: string, init: RequestInit = {}): Promise<void> {
  const answer = await fetchAnswer(url, init)
  const file = await answer.blob().catch(() => {
    throw new RequestFailed('The file broke off, so nothing was stored. Try again.', 'broken_off', null)
  })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = nameIn(answer.headers.get('content-disposition') ?? '')
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS)
}

/** A browser may begin to write the file a while after it was told to. */
const KEPT_MS = 60_000

function nameIn(disposition: string): string {
  const [, encoded = ''] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? []
  return decodeURIComponent(encoded)
}
