import type { DecisionRef, Entered, KnownTo, Place, Principal } from '@outstanding/domain'
import { precisionOf } from '@outstanding/domain'
import { builder } from '../graphql/builder.ts'
import { DatePrecision } from '../graphql/date-precision.ts'

export const DecisionType = builder.objectRef<DecisionRef>('Decision').implement({
  description: 'A decision of a committee, with its minute reference.',
  fields: (t) => ({
    committee: t.exposeID('committee', { description: "The committee's slug." }),
    committeeName: t.exposeString('committeeName', { description: "The committee's name on the day of the meeting." }),
    meetingOn: t.expose('meetingOn', { type: 'Date', description: 'The day of the meeting (Europe/London).' }),
    minuteReference: t.exposeString('minuteReference', {
      description: 'The minute reference. Use the date and item until the confirmed number is known.',
    }),
  }),
})

export const PlaceType = builder.objectRef<Place>('Place').implement({
  description: 'A place in a document.',
  fields: (t) => ({
    document: t.exposeString('document', { description: 'The title or file name of the document.' }),
    page: t.exposeString('page', { nullable: true, description: 'The page, as printed. Null if none was recorded.' }),
    paragraph: t.exposeString('paragraph', { nullable: true, description: 'The paragraph, as printed. Null if none was recorded.' }),
    heading: t.exposeString('heading', { nullable: true, description: 'The heading above it. Null if none was recorded.' }),
  }),
})

const shownPrincipal = ({ kind, id }: Principal, signedIn: boolean): string | null => (kind === 'person' && !signedIn ? null : id)

/** What is the same of all that was recorded. */
type KnownDate = { readonly field: string; readonly precision: KnownTo }
const DateKnownTo = builder.objectRef<KnownDate>('DateKnownTo').implement({
  description: 'A date that is not known to the day.',
  fields: (t) => ({
    field: t.exposeString('field', {
      description: 'The field of the entry: `effectiveOn`, `completedOn`, `decision.meetingOn` and so on.',
    }),
    precision: t.expose('precision', { type: DatePrecision, description: 'How exactly it is known.' }),
  }),
})

export const OnRecord = builder.interfaceRef<Entered>('OnRecord').implement({
  description: 'A recorded entry, with corrections applied.',
  fields: (t) => ({
    entry: t.exposeID('eventId', { description: 'Its entry in the history; give this id to correct it.' }),
    effectiveOn: t.expose('effectiveOn', { type: 'Date', description: 'The day it happened, as corrected.' }),
    effectiveOnPrecision: t.field({
      type: DatePrecision,
      description: 'How exactly that day is known.',
      resolve: ({ precisions }) => precisionOf(precisions, 'effectiveOn'),
    }),
    datesKnownTo: t.field({
      type: [DateKnownTo],
      description: 'Its dates that are not known to the day; any other is.',
      resolve: ({ precisions }) => Object.entries(precisions).map(([field, precision]) => ({ field, precision })),
    }),
    by: t.id({
      nullable: true,
      description: 'On whose behalf it was recorded: an office, a body or, only when signed in, a person.',
      resolve: ({ principal }, _args, { viewer }) => shownPrincipal(principal, viewer.signedIn),
    }),
  }),
})
