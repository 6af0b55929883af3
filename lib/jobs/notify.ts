import 'server-only'

// Next loads a module several times in one process; who enqueues and the runner must meet.
const shared = globalThis as typeof globalThis & { debriefJobEvents?: EventTarget }

/** `due`: this very process has something to do. `cancel`: somebody asked in this process. Others look by themselves. */
export function jobEvents(): EventTarget {
  shared.debriefJobEvents ??= new EventTarget()
  return shared.debriefJobEvents
}

/** Has this process's runner look at once; to be called after the transaction that has enqueued something. */
export function notify() {
  jobEvents().dispatchEvent(new Event('due'))
}
