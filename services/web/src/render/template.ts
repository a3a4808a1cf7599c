/** A template and the model that it takes: a page cannot be rendered with another's. `model` exists for the compiler only. */
export type Template<Model> = { readonly file: string; readonly model?: (model: Model) => void }

/** `file`: its path below `src`. */
export const template = <Model>(file: `${string}.njk`): Template<Model> => ({ file })
