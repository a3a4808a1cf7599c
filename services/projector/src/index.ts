export { type RunEnd, type RunOptions, runProjector } from './run.ts'
export { checkLog, type Found } from './transparency/check-log.ts'
export { type RebuildOptions, type Rebuilt, rebuildReadModels } from './rebuild.ts'
export { type Replayed, type ReplayOptions, type ReplayUntil, replayRegister } from './replay/replay-register.ts'
