import { answer, route } from '@/lib/auth/route'

export const GET = route(async () => answer({ status: 'ok' }))
