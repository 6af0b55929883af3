import type { Scene } from './scene'

/** By the command that does it, and after a comma what else is so: whom the log tells of, a viewer unless said, and what. */
export type AuditedCases = Record<string, AuditedCase>
type AuditedCase = {
  does: (scene: Scene) => Promise<unknown>
  tells: (scene: Scene) => object[]
  by?: (scene: Scene) => object
}

export const byAdmin = ({ admin }: Scene) => ({ actorKind: 'member', actorId: admin.memberId })
export const bySystem = () => ({ actorKind: 'system', actorId: null })
export const aboutMember =
  (code: string) =>
  ({ member }: Scene) => [{ code, about: member.id, payload: {} }]
