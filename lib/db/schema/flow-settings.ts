import { boolean, index, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './instant'
import { transactionId } from './transaction-id'

const blindColleagues = () => boolean('blind_colleagues').notNull().default(true)
const blindAssessment = () => boolean('blind_assessment').notNull().default(true)

/** What a team has set for a flow, whether or not Ribbon lists it; one without a row is as `flow_defaults` says. */
export const flowSettings = pgTable(
  'flow_settings',
  {
    flowId: text('flow_id').primaryKey(),
    /** Until a member has voted, what their colleagues think is hidden from them. */
    blindColleagues: blindColleagues(),
    /** And what Ribbon's assessment says. */
    blindAssessment: blindAssessment(),
    /** Since when it hides anything without a break; null: from the beginning. */
    blindSince: instant('blind_since'),
    /** Whoever compares its candidates meets them by letters. */
    hidesNames: boolean('hides_names').notNull().default(false),
    /** A trigger sets it with whatever changes. */
    updatedIn: transactionId('updated_in'),
  },
  (table) => [index('flow_settings_updated_in').on(table.updatedIn)],
)

/** One row: what holds for flows without settings of their own, those that appear from now on among them. */
export const flowDefaults = pgTable('flow_defaults', {
  id: boolean().primaryKey().default(true),
  blindColleagues: blindColleagues(),
  blindAssessment: blindAssessment(),
})
