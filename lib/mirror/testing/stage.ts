import { setImmediate } from 'node:timers/promises'

/**
 * Lets tasks go on in an order that is given: each waits at its cues, and only when all of them wait (or are over) does the
 * next number choose which goes on; an even one lets a second go on beside it.
 */
export function createStage(choices: number[]) {
  const waiting: (() => void)[] = []
  let moving = 0
  let failure: unknown = null

  // A task that waits at two cues at once counts as two.
  const allWait = () => moving <= 0
  const letOneGo = (choice: number) => {
    const [goOn] = waiting.splice(choice % waiting.length, 1)
    moving += 1
    goOn?.()
  }
  return {
    async cue() {
      moving -= 1
      await new Promise<void>((resolve) => waiting.push(resolve))
    },

    async play(tasks: (() => Promise<void>)[]) {
      for (const task of tasks) {
        moving += 1
        void task()
          .catch((error: unknown) => (failure ??= error))
          .finally(() => (moving -= 1))
      }
      for (let turn = 0; ; turn += 1) {
        while (!allWait()) await setImmediate()
        if (failure) throw failure
        if (waiting.length === 0) return
        const choice = choices[turn % choices.length] ?? 0
        letOneGo(choice)
        if (choice % 2 === 0 && waiting.length > 0) letOneGo(choice)
      }
    },
  }
}
