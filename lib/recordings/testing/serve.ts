import { createRules } from '../rules'
import { serveRecording } from '../serve'
import type { Source } from '../source'

type Ask = { method?: string; headers?: Record<string, string>; signal?: AbortSignal; path?: string }

/** What a player gets that asks for the recording on this server, the only listed one. */
export function serve(server: { url: string; host: string }, ask: Ask = {}, refresh: Source['refresh'] = neverAsked) {
  const { path = '/a.wav', ...init } = ask
  const request = new Request('http://localhost:3000/api/interviews/i/recording/audio', init)
  return serveRecording(request, { url: server.url + path, refresh }, createRules([server.host]))
}

export function neverAsked(): never {
  throw new Error('the address was refreshed for no reason')
}

export async function bytesOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer())
}
