import 'server-only'

type Count = { calls: number; failures: number }

// Next loads a module several times in one process; calls are counted together.
const shared = globalThis as typeof globalThis & { debriefCallCount?: Count }

/** Every attempt counts: Ribbon's limits do not care whether it was one of ours that was repeated. */
export async function counted<Reply>(attempt: Promise<Reply>): Promise<Reply> {
  const count = (shared.debriefCallCount ??= { calls: 0, failures: 0 })
  count.calls += 1
  try {
    return await attempt
  } catch (error) {
    count.failures += 1
    throw error
  }
}

/** What was counted since it was last taken. */
export function takeCount(): Count {
  const { calls, failures } = shared.debriefCallCount ?? { calls: 0, failures: 0 }
  shared.debriefCallCount = undefined
  return { calls, failures }
}
