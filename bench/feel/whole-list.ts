import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { wordsOf } from '../../lib/transcript/words'

/** An interview as this server keeps it; `words` are those of each segment, in the form in which they are stored. */
export type Kept = {
  id: string
  name: string | null
  email: string | null
  score: number | null
  segments: { speaker: string; text: string }[]
  words: string[]
  recording: string | null
}

/** `find` makes one by its number, from 0 to `count`. */
type All = { count: number; find: (index: number) => Kept; indexOf: (id: string) => number }

const PAGE = readFileSync(new URL('./whole-list-page.html', import.meta.url))

/**
 * Ribbon's way: a page that fetches the whole list's JSON, transcripts and all, and searches and filters it in the browser; what is
 * opened is fetched then.
 */
export async function serveWholeList(all: All): Promise<{ origin: string; stop(): void }> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    if (path === '/interviews') void sendList(response, all)
    else if (path.startsWith('/interviews/'))
      sendOne(response, all.find(all.indexOf(path.slice('/interviews/'.length))))
    else response.setHeader('content-type', 'text/html').end(PAGE)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const stop = () => {
    server.close()
    server.closeAllConnections()
  }
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop }
}

async function sendList(response: ServerResponse, { count, find }: All) {
  response.setHeader('content-type', 'application/json')
  for (let index = 0; index < count; index++) {
    const { id, name, email, score, segments } = find(index)
    const row = `${index === 0 ? '[' : ','}${JSON.stringify({ id, name, email, score, segments })}`
    if (!response.write(row)) await once(response, 'drain')
  }
  response.end(']')
}

function sendOne(response: ServerResponse, { name, recording, segments, words }: Kept) {
  const said = segments.map(({ text }, index) => ({
    words: wordsOf(words[index]).map(({ from, to, start }) => ({ text: text.slice(from, to), start })),
  }))
  response
    .setHeader('content-type', 'application/json')
    .end(JSON.stringify({ name: name ?? '', recording, segments: said }))
}
