import { answerAuth } from '@/lib/auth/next-auth/next-auth'
import { route } from '@/lib/auth/route'

const handler = route(async (request, { params }: RouteContext<'/api/auth/[...nextauth]'>) =>
  answerAuth(request, (await params).nextauth),
)

export { handler as GET, handler as POST }
