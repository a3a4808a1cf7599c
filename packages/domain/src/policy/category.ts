import type { CategoryMeaning, PolicyCategory, PolicyContent } from './events.ts'

/** The category of a code ("1" to "6" in the default policy) under a policy; null where the policy has no such code. */
export const categoryByCode = (policy: Pick<PolicyContent, 'categories'>, code: string): PolicyCategory | null =>
  policy.categories.find((category) => category.code === code) ?? null

/** The first category with a meaning; null where the policy has none. */
export const categoryByMeaning = (policy: Pick<PolicyContent, 'categories'>, meaning: CategoryMeaning): PolicyCategory | null =>
  policy.categories.find((category) => category.meaning === meaning) ?? null
