import { system } from '../../auth/system'
import { change } from '../change'

/** Something that changes nothing but what is told. */
export async function givenTold(count = 1): Promise<void> {
  for (let told = 0; told < count; told++)
    await change(system(), async () => ({
      told: { code: 'sign_in.failed', about: null, payload: {} },
      value: undefined,
    }))
}
