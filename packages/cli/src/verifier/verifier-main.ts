import { runVerifier } from '@outstanding/transparency-log/verify'
import { replayRecommendations } from '../replay-recommendations.ts'
import { plainFact } from './plain-fact.ts'

// What the verifier in one file begins with: see `one-file.ts`.
process.stdout.on('error', () => {})
process.exitCode = await runVerifier(process.argv.slice(2), replayRecommendations(plainFact))
