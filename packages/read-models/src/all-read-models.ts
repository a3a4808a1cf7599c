import type { ReadModel } from '@outstanding/projection'
import { committees } from './committees/project.ts'
import { offices } from './offices/project.ts'
import { people } from './people/project.ts'
import { policies } from './policies/project.ts'
import { recommendationList } from './recommendation-list/project.ts'
import { reports } from './reports/project.ts'

/** A new read model is one folder and one line here. */
export const allReadModels: readonly ReadModel[] = [recommendationList, reports, offices, committees, people, policies]
