import { askServer } from '../ask-server'

/** What a browser is asked to keep of one recording, in bytes: an hour and a half of telephone sound without compression. */
export const MOST_BYTES = 256 * 1024 * 1024

type Loading = {
  url: string
  signal: AbortSignal
  /** Told with each whole percent; null where the size is not known. */
  onShare: (percent: number | null) => void
}

/**
 * All of the recording where the network lets no part of it be asked for; `needless` where it does, `too-large` beyond `MOST_BYTES`,
 * of which no more is loaded than tells. Throws what `fetch` throws, and for a recording that is not there.
 */
export async function loadWhole({ url, signal, onShare }: Loading): Promise<Blob | 'needless' | 'too-large'> {
  const { ok, status, headers, body } = await askServer(url, { headers: { range: 'bytes=0-' }, signal })
  const total = Number(headers.get('content-length')) || null
  const isTooLarge = total !== null && total > MOST_BYTES
  if (status === 206 || isTooLarge) {
    await body?.cancel()
    return isTooLarge && status !== 206 ? 'too-large' : 'needless'
  }
  if (!ok || !body) throw new Error(`The recording answered ${status}.`)

  const meter = meterOf(total, onShare)
  const type = headers.get('content-type') ?? ''
  const whole = new Response(body.pipeThrough(meter.stream), { headers: { 'content-type': type } }).blob()
  return whole.catch((error: unknown) => {
    if (meter.isOver()) return 'too-large'
    throw error
  })
}

function meterOf(total: number | null, onShare: Loading['onShare']) {
  let bytes = 0
  let told = -1
  const stream = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      bytes += piece.length
      if (bytes > MOST_BYTES) return controller.error(new Error('The recording is too large.'))
      const percent = total ? Math.floor((bytes / total) * 100) : 0
      if (percent !== told) onShare(total && percent)
      told = percent
      controller.enqueue(piece)
    },
  })
  return { stream, isOver: () => bytes > MOST_BYTES }
}
