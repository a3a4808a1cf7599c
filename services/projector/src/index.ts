export { type RunEnd, type RunOptions, runProjector } from './run.ts'
export { type RebuildOptions, type Rebuilt, rebuildReadModels } from './rebuild.ts'
