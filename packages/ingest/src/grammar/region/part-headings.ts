import type { Block, Heading } from '../../document/block.ts'
import { isNounPhrase } from '../asking/addressed-body.ts'
import { headNamesBody } from '../asking/bodies.ts'
import { beginsWithInstruction } from '../asking/instruction.ts'
import { headingAsPrinted } from '../heading-words.ts'
import { addressedIn, isBodyName } from '../addressed-lines.ts'
import { newList, type At, type RegionState, type Step } from './region-state.ts'

/** A heading inside a region under which the list goes on: a theme, or the name of who is asked. */
export function headsPart({ block, blocks, i, state }: At<Heading>): Step {
  state.sub = headingAsPrinted(block.text)
  const name = /^(?:\d{1,2}(?:\.\d{1,2})*[.)]? )?(?:to|for) ((?:the |all )?.{3,80})$/i.exec(state.sub)?.[1]
  const to = name && (headNamesBody(name) || addressedIn(`Recommendations to ${name}`)) ? name : null
  const above = block.level !== null && state.level !== null && block.level <= state.level
  state.headingOwner =
    to ?? addressedIn(state.sub) ?? (namesAddressee(state.sub, state, blocks[i + 1]) ? state.sub : above ? null : state.headingOwner)
  newList(state)
  return 'taken'
}

/** Reports are ordered by the body that is asked; below areas for improvement a body's name is a theme, unless its items are instructions. */
function namesAddressee(heading: string, state: RegionState, next: Block | undefined): boolean {
  if (BY_AGENCY.test(state.announcing) && isShort(heading)) return state.announced.kind !== 'areas for improvement'
  if (!isBodyName(heading) && !isClassOfBodies(heading)) return false
  return state.announced.kind !== 'areas for improvement' || (next?.kind === 'item' && beginsWithInstruction(next.text))
}

/** "Chief constables", "Police and crime commissioners", "Ministers": those who hold an office, or bodies of one kind. */
const isClassOfBodies = (heading: string) =>
  /^(?:All |The )?\p{Lu}?[\p{L} ,’'-]{0,60}\b(?:ministers|constables|commissioners|authorities|councils|boards|trusts|agencies|regulators|departments|governments|employers|operators|providers|companies|universities|colleges|legislators|inspectorates|commissioners|teams|partnerships|forces|charities|courts|landlords)$/iu.test(
    heading,
  ) &&
  heading.split(' ').length <= 6 &&
  isNounPhrase(heading)

/** "Individual agency recommendations", "Recommendations by organisation": each heading below is who is asked. */
const BY_AGENCY =
  /\b(?:agency|agencies|organi[sz]ations?|partners?|bod(?:y|ies))(?:[ -]specific)? recommendations\b|\brecommendations (?:by|for|to) (?:(?:each|every|individual|single|the|other|partner) )*(?:agenc|organi[sz]ation|bod(?:y|ies)|partner)/i
const isShort = (heading: string) => /^\p{Lu}/u.test(heading) && heading.split(' ').length <= 6
