export { tokenDirOf, tokenKeysOf } from './data-directory/token-keys.ts'
export { type EventNodeAlone, startEventNodeAlone } from './supervisor/start-event-node-alone.ts'
export { type Standalone, startStandalone } from './supervisor/start-standalone.ts'
export { withStores } from './with-stores.ts'
