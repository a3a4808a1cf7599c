import type { GraphQLSchema } from 'graphql'
import * as nouns from './noun-list.ts'
import { builder } from './graphql/builder.ts'
import './graphql/scalars.ts'
import './audit/event-feed/subscription.ts'
import './audit/history/effect-fields.ts'
import './audit/log/log-bounds.ts'
import './audit/log/queries.ts'
import './audit/transparency/queries.ts'
import './commands/correct-entry.ts'
import './commands/remove-personal-data.ts'
import './lists/connection.ts'
import { registerNouns } from './nouns/noun.ts'
import './outstanding/queries.ts'

registerNouns(nouns)

/** Every noun's types, queries and commands, put together. */
export const schema: GraphQLSchema = builder.toSchema()
