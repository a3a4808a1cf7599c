import { registry } from '@outstanding/domain'

/** The projector of an earlier release, whose recommendations had no gravity yet. */
const { RecommendationIssued } = registry.declarations
Object.assign(RecommendationIssued, { gravity: { ...RecommendationIssued.gravity, optional: true } })
await import('../../../services/projector/src/main.ts')
