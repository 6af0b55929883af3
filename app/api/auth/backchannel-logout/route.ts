import { answerLogout } from '@/lib/auth/oidc/answer-logout'

/** Not from one of our pages, so no Origin is asked for: the token's signature says who sends. */
export async function POST(request: Request) {
  return answerLogout(request)
}
