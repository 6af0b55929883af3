import type { Answer } from './stub-server'

const half = (announced: Record<string, string | number>): Answer => {
  return (request, response) => {
    response.writeHead(200, announced).write('{"interview_id":', () => request.socket.destroy())
  }
}
const raw = (text: string): Answer => {
  return (request) => request.socket.end(text)
}

/** Every way in which a reply that has a beginning, or was about to, does not come to its end. */
export const BROKEN_REPLIES: [string, Answer][] = [
  ['is reset before it begins', (request) => request.socket.resetAndDestroy()],
  ['ends before it begins', (request) => request.socket.end()],
  ['breaks off before its announced length', half({ 'content-length': 1_000 })],
  ['breaks off between chunks', half({})],
  ['is reset in its midst', (request, response) => response.write('{', () => request.socket.resetAndDestroy())],
  ['breaks off in its head', raw('HTTP/1.1 200 OK\r\ncontent-ty')],
  ['has a chunk of no length', raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nnone\r\n')],
  ['is no HTTP', raw('SSH-2.0-OpenSSH_9.9\r\n')],
  ['has a head without end', raw(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(200_000)}\r\n\r\n`)],
]
