/** `name` is its path in the project; `below` gives the name of the module that each specifier stands for. */
export type SourceModule = { readonly name: string; readonly text: string; readonly below: ReadonlyMap<string, string> }

/** Modules, each behind those that it imports, as one: every module but the last becomes a function that is called once. */
export function linkModules(modules: readonly SourceModule[]): string {
  const builtIns = new Set<string>()
  const variables = new Map(modules.map(({ name }, n) => [name, `module${n}`]))
  const parts = modules.map((module, n) => linked(module, variables, builtIns, n === modules.length - 1))
  const imports = [...builtIns].toSorted().map((name) => `import * as ${builtInVariable(name)} from '${name}'\n`)
  return `${imports.join('')}\n${parts.join('\n')}`
}

const statement = {
  import: /^import\s*\{([^}]*)\}\s*from\s*'([^']+)'$/gm,
  whole: /^import\s*\*\s*as\s+([\w$]+)\s+from\s*'([^']+)'$/gm,
  again: /^export\s*\{([^}]*)\}\s*from\s*'([^']+)'$/gm,
  all: /^export\s*\*\s*from\s*'([^']+)'$/gm,
  own: /^export\s*\{([^}]*)\}$/gm,
  declared: /^export ((?:async )?function\*?|const|class) ([\w$]+)/gm,
}

function linked(
  { name, text, below }: SourceModule,
  variables: ReadonlyMap<string, string>,
  builtIns: Set<string>,
  isLast: boolean,
): string {
  const shown: string[] = []
  const variableOf = (specifier: string): string => {
    if (specifier.startsWith('node:')) {
      builtIns.add(specifier)
      return builtInVariable(specifier)
    }
    return variables.get(below.get(specifier) ?? '') ?? ''
  }
  const body = text
    .replaceAll(statement.import, (_all, names: string, specifier: string) => `const { ${pairs(names, ': ')} } = ${variableOf(specifier)}`)
    .replaceAll(statement.whole, (_all, whole: string, specifier: string) => `const ${whole} = ${variableOf(specifier)}`)
    .replaceAll(statement.again, (_all, names: string, specifier: string) => {
      shown.push(...namesIn(names).map(([from, to]) => `${to}: ${variableOf(specifier)}.${from}`))
      return ''
    })
    .replaceAll(statement.all, (_all, specifier: string) => {
      shown.push(`...${variableOf(specifier)}`)
      return ''
    })
    .replaceAll(statement.own, (_all, names: string) => {
      shown.push(...namesIn(names).map(([from, to]) => `${to}: ${from}`))
      return ''
    })
    .replaceAll(statement.declared, (_all, kind: string, declared: string) => {
      shown.push(declared)
      return `${kind} ${declared}`
    })
    .trim()
  const left = /^(?:import|export)\b.*$/m.exec(body)
  if (left) throw new Error(`${name}: this statement cannot be put into one file: ${left[0]}`)
  if (isLast) return `// ${name}\n${body}\n`
  return `// ${name}\nconst ${variables.get(name)} = (() => {\n${body}\nreturn { ${shown.join(', ')} }\n})()\n`
}

/** `a, b as c` as pairs of what it is called there and here. */
const namesIn = (names: string): readonly (readonly [string, string])[] =>
  names
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const [from = '', to = from] = one.split(/\s+as\s+/)
      return [from, to] as const
    })

const pairs = (names: string, separator: string): string =>
  namesIn(names)
    .map(([from, to]) => (from === to ? from : `${from}${separator}${to}`))
    .join(', ')

const builtInVariable = (specifier: string): string => specifier.replaceAll(/\W/g, '_')
