import { recommendationDecider } from '@outstanding/domain'
import { commandsTo } from '../../commands/commands-to.ts'

/** The mutation of a command to a recommendation that is there already. */
export const recommendationCommand = commandsTo('recommendation', recommendationDecider)
