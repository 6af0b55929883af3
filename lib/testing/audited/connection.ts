import { checkConnection } from '../../connection/commands'
import { whoMay } from '../../db/testing/fixtures'
import { byAdmin, type AuditedCases } from './audited-case'

export const CONNECTION: AuditedCases = {
  checkConnection: {
    does: ({ admin }) => checkConnection(whoMay(admin, 'connection.check')),
    tells: () => [{ code: 'connection.checked', about: null, payload: {} }],
    by: byAdmin,
  },
}
