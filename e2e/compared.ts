import { z } from 'zod'
import { signInOverHttp } from './http-session'
import { type Installation, PASSWORD, STOCKER } from './installation'
import { knownInterview } from './known-interview'
import { testOnItsOwn } from './own-installation'

/** Whether a flow's names are hidden is everybody's, and what a member rates is theirs in every tab: no other test is to come between. */
export const test = testOnItsOwn()

const span = z.object({ start: z.number(), end: z.number() })
export const answersTo = z.object({
  question: z.object({ key: z.string(), text: z.string() }),
  answers: z.array(
    z.object({
      interview: z.string(),
      state: z.string(),
      recording: z.string().nullable(),
      rating: z.object({ rating: z.number() }).nullable(),
      plays: z.object({ candidate: z.array(span) }),
      segments: z.array(z.object({ speaker: z.string(), text: z.string() })),
    }),
  ),
})
export const questionsOf = z.object({ questions: z.array(z.object({ key: z.string(), answered: z.number() })) })

/** A question of the stockers that several of them answered, as this member is told it. */
export async function givenQuestion(
  { origin }: Pick<Installation, 'origin'>,
  { email, place }: { email: string; place: number },
) {
  const cookie = await signInOverHttp(origin, email, PASSWORD)
  await knownInterview(origin, cookie)
  const ask = async (path: string): Promise<unknown> =>
    (await fetch(`${origin}${path}`, { headers: { cookie } })).json()
  const { questions } = questionsOf.parse(await ask(`/api/flows/${STOCKER}/questions`))
  const key = questions[place]?.key ?? ''
  const tell = async () => answersTo.parse(await ask(`/api/flows/${STOCKER}/questions/${key}/answers`))
  return { key, tell, path: `/compare?flow=${STOCKER}&q=${key}` }
}
