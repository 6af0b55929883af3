import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { onRequestStart } from './request-start'
import { Turns } from './turns'

type Answer = (request: IncomingMessage, response: ServerResponse) => void
type IsMembers = (request: IncomingMessage) => Promise<boolean>

const CANDIDATE = /^\/candidates\/[^/?]/
/** What sends something is waited for by Next for as long as its sender likes, and draws nothing meanwhile. */
const READS = ['GET', 'HEAD']

/** Two: while one of them waits for the database the other need not. None is waited for long, so that a database which is silent holds up few. */
const turns = new Turns({ most: 2, longestMs: 250 })

// Next loads a module several times in one process; a page is drawn in another than requests are admitted in.
const shared = globalThis as typeof globalThis & { debriefAdmitted?: AsyncLocalStorage<() => void> }

/**
 * From now on so few members' requests for a candidate's page are admitted at a time, until it is their turn to draw it: what Next does
 * for each, and what is looked up before that turn, would for twenty of them come before anything else that is asked for. A stranger's
 * are not held, and hold up nobody.
 */
export function admitPages(isMembers: IsMembers) {
  const admitting = new WeakSet<Server>()
  onRequestStart(({ server }) => {
    if (admitting.has(server)) return
    admitting.add(server)
    for (const listener of server.rawListeners('request')) {
      const answer = listener.bind(server) as Answer
      server.off('request', listener as Answer)
      server.on('request', (request, response) => {
        if (READS.includes(request.method ?? '') && CANDIDATE.test(request.url ?? ''))
          void admit(answer, request, response)
        else answer(request, response)
      })
    }
  })

  async function admit(answer: Answer, request: IncomingMessage, response: ServerResponse) {
    if (!(await isMembers(request))) return answer(request, response)
    const leave = await turns.take()
    if (response.closed) return leave()
    response.once('close', leave)
    shared.debriefAdmitted ??= new AsyncLocalStorage()
    shared.debriefAdmitted.run(leave, answer, request, response)
  }
}

/** Lets the next one in; does nothing where the request that is being answered was not held. */
export function admitNext() {
  shared.debriefAdmitted?.getStore()?.()
}
