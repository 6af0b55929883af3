import { answer, route } from '@/lib/route'

export const GET = route(async () => answer({ status: 'ok' }))
