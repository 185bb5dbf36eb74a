import path from 'node:path';
import { parseArgs } from 'node:util';
import { wrongUse, type CommandIo } from './command.ts';

type Values<Name extends string> = { readonly [Key in Name]?: string };

/**
 * Reads what follows a command's name: words, and options that take a text.
 * @param words what the words are called, in their order; all are needed
 * @throws CommandProblem that names the first thing wrong
 */
export function readArguments<Name extends string>(
  args: readonly string[],
  words: readonly string[],
  options: readonly Name[],
): { words: string[]; values: Values<Name> } {
  const { values, positionals } = parse(args, options);
  const missing = words[positionals.length];
  if (missing) throw wrongUse(`<${missing}> is missing.`);
  const extra = positionals[words.length];
  if (extra !== undefined) throw wrongUse(`"${extra}" is one word too many.`);
  return { words: positionals, values: values as Values<Name> };
}

function parse(args: readonly string[], names: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    });
  } catch (error) {
    throw wrongUse(`${(error as Error).message.split('. ')[0]}.`);
  }
}

/** A folder or file that a command was given. */
export const placeOf = (given: string | undefined, io: CommandIo): string =>
  path.resolve(io.cwd, given ?? '');
