import { createRules } from '../rules'
import { serveRecording } from '../serve'
import type { Source } from '../source'
import type { Allowed } from '../while-allowed'

type Ask = { method?: string; headers?: Record<string, string>; signal?: AbortSignal; path?: string }

/** What a player gets that asks for the recording on this server, the only listed one. */
export function serve(server: { url: string; host: string }, ask: Ask = {}, asked: Partial<Source & Allowed> = {}) {
  const { path = '/a.wav', ...init } = ask
  const request = new Request('http://localhost:3000/api/interviews/i/recording/audio', init)
  const source = { url: server.url + path, refresh: neverAsked, requireStill: neverAsked, ...asked }
  return serveRecording(request, source, createRules([server.host]))
}

export function neverAsked(): never {
  throw new Error('it was asked for no reason')
}

export async function bytesOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer())
}
