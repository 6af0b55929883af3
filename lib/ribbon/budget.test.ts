// Must hold 33.
import { expect, test } from 'vitest'
import { createBudget } from './budget'

function givenTask() {
  let settle: { resolve: (value: string) => void; reject: (error: Error) => void } | undefined
  const run = () => new Promise<string>((resolve, reject) => (settle = { resolve, reject }))
  return {
    run,
    isStarted: () => settle !== undefined,
    resolve: (value: string) => settle?.resolve(value),
    reject: (error: Error) => settle?.reject(error),
  }
}

test('no more tasks run than the budget allows, and the next starts when one ends, well or badly', async () => {
  const withinBudget = createBudget(2)
  const tasks = [givenTask(), givenTask(), givenTask(), givenTask()] as const
  const results = tasks.map((task) => withinBudget(task.run))
  const started = () => tasks.map((task) => task.isStarted())
  expect(started()).toEqual([true, true, false, false])

  tasks[0].resolve('first')
  await results[0]
  expect(started()).toEqual([true, true, true, false])

  tasks[1].reject(new Error('refused'))
  await expect(results[1]).rejects.toThrow('refused')
  expect(started()).toEqual([true, true, true, true])

  tasks[2].resolve('third')
  tasks[3].resolve('fourth')
  await expect(Promise.all([results[2], results[3]])).resolves.toEqual(['third', 'fourth'])
})
