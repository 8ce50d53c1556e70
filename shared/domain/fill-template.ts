const PLACEHOLDER = /\{([a-z]+)\}/g;

/** The names between braces in a template: `counts up to {cap}` has `cap`. */
export const placeholdersIn = (template: string): readonly string[] =>
  [...template.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');

/** The template with each `{name}` replaced by its value; a name without a value stays as it is. Total and pure. */
export const fillTemplate = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(PLACEHOLDER, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : whole,
  );
