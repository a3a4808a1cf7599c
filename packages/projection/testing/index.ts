export { type GivenDatabase, givenDatabase } from './given-database.ts'
export { givenProjection, makeCurrent } from './given-projection.ts'
