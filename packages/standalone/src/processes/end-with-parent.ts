// Loaded into every process that the supervisor starts: none of them outlives it.
import { endWithParent } from '@outstanding/runtime'

endWithParent(() => process.exit(1))
