import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

/**
 * Finds words written straight into the page instead of through a key of `resources/locales`, and keys that one
 * language has and the other lacks. Exit code 1 when there are any.
 */
const root = resolve(import.meta.dirname, '../..');
const spokenAttributes = new Set([
  'aria-label',
  'label',
  'title',
  'placeholder',
  'alt',
  'description',
  'aria-description',
]);
const hasWords = /\p{L}{2,}/u;

/** Places of untranslated words in one source file, as `file:line words`. */
export function untranslatedIn(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const report = (node: ts.Node, words: string): void => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${file}:${line + 1} ${words.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasWords.test(node.text)) report(node, node.text);
    if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression)) {
      const inElement = ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent);
      if (inElement && hasWords.test(node.expression.text)) report(node, node.expression.text);
    }
    if (ts.isJsxAttribute(node) && spokenAttributes.has(node.name.getText()) && node.initializer) {
      if (ts.isStringLiteral(node.initializer) && hasWords.test(node.initializer.text))
        report(node, node.initializer.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Keys of a locale file, with dots. */
export function keysOf(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null) return [prefix];
  return Object.entries(value).flatMap(([key, inner]) =>
    keysOf(inner, prefix === '' ? key : `${prefix}.${key}`),
  );
}

/** Keys that only one of two locales has; plural endings differ by language and are folded. */
export function keysThatDiffer(left: unknown, right: unknown): string[] {
  const fold = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
  const ofLeft = new Set(keysOf(left).map(fold));
  const ofRight = new Set(keysOf(right).map(fold));
  return [...ofLeft]
    .filter((key) => !ofRight.has(key))
    .concat([...ofRight].filter((key) => !ofLeft.has(key)));
}

function check(): number {
  const pages = readdirSync(join(root, 'renderer'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  );
  const words = pages.flatMap((file) =>
    untranslatedIn(join('renderer', file), readFileSync(join(root, 'renderer', file), 'utf8')),
  );
  const locale = (language: string, file: string): unknown => {
    try {
      return JSON.parse(readFileSync(join(root, 'resources/locales', language, file), 'utf8'));
    } catch (error) {
      throw new Error(`resources/locales/${language}/${file} cannot be read`, { cause: error });
    }
  };
  const files = new Set(
    ['nl', 'en'].flatMap((language) => readdirSync(join(root, 'resources/locales', language))),
  );
  const keys = [...files]
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) =>
      keysThatDiffer(locale('nl', file), locale('en', file)).map(
        (key) => `${file}: ${key} is not in both languages`,
      ),
    );
  for (const line of [...words, ...keys]) console.log(line);
  return words.length + keys.length;
}

if (process.argv[1] === import.meta.filename) process.exitCode = check() === 0 ? 0 : 1;
