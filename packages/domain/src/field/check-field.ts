import type { Command, Rejection } from '../decision.ts'
import { isIsoDate } from '../dates/calendar-day.ts'

/** A refusal, or null where all is well. */
export type Check = Rejection | null

export const refuse = (rule: string, field: string, message: string): Rejection => ({ rule, field, message })

/** The first refusal of several. */
export const firstOf = (...checks: readonly Check[]): Check => checks.find((check) => check !== null) ?? null

/** Refuses unless `holds`. */
export const needs = (holds: boolean, rule: string, field: string, message: string): Check => (holds ? null : refuse(rule, field, message))

export const needsText = (field: string, value: unknown): Check =>
  needs(typeof value === 'string' && value.trim() !== '', 'textRequired', field, `Enter the ${field}; it cannot be empty.`)

export const needsDay = (field: string, value: unknown): Check =>
  needs(isIsoDate(value), 'dayExists', field, `${field} must be a day that exists, as YYYY-MM-DD.`)

/** Null is well; anything else must be a day that exists. */
export const needsDayOrNone = (field: string, value: unknown): Check => (value === null ? null : needsDay(field, value))

export const needsWholeNumber = (field: string, value: unknown, min: number, max: number): Check =>
  needs(
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max,
    'wholeNumberInRange',
    field,
    `${field} must be a whole number from ${min} to ${max}.`,
  )

/** A partition's name in stream names: lower-case letters, digits and single hyphens. */
export const needsSlug = (field: string, value: unknown): Check =>
  needs(
    typeof value === 'string' && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value),
    'slug',
    field,
    `${field} must be lower-case letters, digits and hyphens, for example example-borough.`,
  )

/** A command's day exists and is not after today (London). */
export const checkEffectiveOn = (command: Command<string, unknown>): Check =>
  firstOf(
    needsDay('effectiveOn', command.effectiveOn),
    needs(
      command.effectiveOn <= command.today,
      'notAfterToday',
      'effectiveOn',
      `It cannot have happened on ${command.effectiveOn}: today is ${command.today}.`,
    ),
  )
