import { parkedByStream } from '@outstanding/projection'
import { defineLoader } from './loader.ts'

/** Whether not every entry of a stream is shown, as it is now; null where all are. */
export const parkedStream = defineLoader(({ snapshot }, streams) => parkedByStream(snapshot, streams))
