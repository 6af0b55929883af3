import 'server-only'

// Next loads a module several times in one process; the route and the worker must meet.
const shared = globalThis as typeof globalThis & { debriefWebhookBell?: EventTarget }

/** What rings when a delivery has arrived at this very process; others look by themselves. */
export function webhookBell(): EventTarget {
  shared.debriefWebhookBell ??= new EventTarget()
  return shared.debriefWebhookBell
}

export function wakeWorker() {
  webhookBell().dispatchEvent(new Event('delivery'))
}
