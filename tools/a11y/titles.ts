/** The titles of the tests of a file, read from its source: nothing is run, and what is skipped is no test. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

const RUNNERS = ['it', 'test', 'describe'];
const SKIPPED = ['skip', 'fixme', 'todo'];
/** Stands for what a title takes from a variable. */
export const FILLED = '…';

/** Titles of tests and of their groups; `…` stands where a variable is filled in. */
export function titlesIn(source: string, file = 'tests.ts'): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ESNext, true);
  const constants = new Map<string, ts.Expression>();
  const titles: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      constants.set(node.name.text, node.initializer);
    if (ts.isCallExpression(node) && isOfRunner(node.expression) && node.arguments.length > 1) {
      const titled = textsOf(node.arguments[0]!, constants);
      // `test.skip(condition, why)` within a test has no title, and skips that test on some machines only.
      if (isSkipped(node.expression) && titled.length > 0) return;
      titles.push(...titled);
    }
    ts.forEachChild(node, look);
  };
  look(tree);
  return titles;
}

/** Whether it is `it`, `test.describe`, `it.each(…)` and the like. */
function isOfRunner(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return RUNNERS.includes(callee.text);
  return (
    (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) && isOfRunner(callee.expression)
  );
}

function isSkipped(callee: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(callee))
    return SKIPPED.includes(callee.name.text) || isSkipped(callee.expression);
  return ts.isCallExpression(callee) && isSkipped(callee.expression);
}

function textsOf(title: ts.Expression, constants: ReadonlyMap<string, ts.Expression>): string[] {
  if (ts.isStringLiteralLike(title)) return [title.text];
  if (ts.isTemplateExpression(title))
    return [title.head.text + title.templateSpans.map(({ literal }) => FILLED + literal.text).join('')];
  if (ts.isConditionalExpression(title))
    return [title.whenTrue, title.whenFalse].flatMap((each) => textsOf(each, constants));
  const named = ts.isIdentifier(title) && constants.get(title.text);
  return named ? textsOf(named, constants) : [];
}

/** @throws when there is no such file */
export const titlesOf = (file: string): string[] => titlesIn(readFileSync(file, 'utf8'), file);
