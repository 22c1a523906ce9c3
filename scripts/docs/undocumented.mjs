import { sep } from 'node:path';
import ts from 'typescript';

/**
 * Something that an editor would say nothing about; members are named `Export.member`.
 *
 * @typedef {{ path: string, line: number, name: string }} Undocumented
 */

/**
 * Finds what a package exports without a TSDoc comment: names, and the members of exported interfaces and classes, those
 * they inherit inside the package included. A comment that TypeScript takes over from a base counts.
 *
 * Not asked for: constructors and signatures, which have no name of their own, what is private or protected, the `name`
 * of errors, which repeats that of the class, and the data of constants.
 *
 * @param {string} folder What is declared outside of it belongs to another package.
 * @param {readonly string[]} entries Declaration files that a consumer can import.
 * @returns {{ count: number, undocumented: Undocumented[] }} `count` is how many names and members were looked at.
 */
export function findUndocumented(folder, entries) {
  const program = ts.createProgram([...entries], {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    noEmit: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const inside = `${folder.split(sep).join('/')}/`;
  /** Entries share declarations. @type {Set<ts.Symbol>} */
  const seen = new Set();
  /** @type {Undocumented[]} */
  const undocumented = [];

  /** @param {ts.Symbol} symbol @param {string} name @returns {ts.Declaration[]} Where it is declared, unless seen before. */
  const look = (symbol, name) => {
    const declarations = declarationsOf(symbol);
    const [first] = declarations;
    if (first === undefined || seen.has(symbol)) return [];
    seen.add(symbol);
    if (!isDocumented(symbol, checker)) undocumented.push({ ...placeOf(first), name });
    return declarations;
  };
  /** @param {ts.Declaration} declaration @param {string} name */
  const lookInside = (declaration, name) => {
    if (!ts.isInterfaceDeclaration(declaration) && !ts.isClassDeclaration(declaration)) return;
    for (const member of declaration.members) {
      const symbol = member.name && checker.getSymbolAtLocation(member.name);
      if (symbol !== undefined && isAsked(member)) look(symbol, `${name}.${member.name?.getText()}`);
    }
    for (const { types } of declaration.heritageClauses ?? []) {
      for (const type of types) {
        const base = checker.getTypeAtLocation(type).getSymbol();
        if (base === undefined) continue;
        for (const inherited of declarationsOf(base)) lookInside(inherited, base.name);
      }
    }
  };
  /** @param {ts.Symbol} symbol */
  const declarationsOf = (symbol) =>
    symbol.declarations?.filter((one) => one.getSourceFile().fileName.startsWith(inside)) ?? [];

  for (const entry of entries) {
    const source = program.getSourceFile(entry);
    const module = source && checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${entry} is missing or exports nothing; build the packages`);
    for (const exported of checker.getExportsOfModule(module)) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      for (const declaration of look(symbol, exported.name)) lookInside(declaration, exported.name);
    }
  }
  return { count: seen.size, undocumented };
}

/** @param {ts.Symbol} symbol @param {ts.TypeChecker} checker */
function isDocumented(symbol, checker) {
  return symbol.getDocumentationComment(checker).length > 0 || symbol.getJsDocTags(checker).length > 0;
}

/** Whether a member has to say what it is. @param {ts.ClassElement | ts.TypeElement} member */
function isAsked(member) {
  const { parent } = member;
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  if (ts.getCombinedModifierFlags(member) & hidden) return false;
  if (member.name !== undefined && ts.isPrivateIdentifier(member.name)) return false;
  const isError = ts.isClassDeclaration(parent) && parent.name?.text.endsWith('Error') === true;
  return !(isError && member.name?.getText() === 'name');
}

/** @param {ts.Declaration} node @returns {{ path: string, line: number }} */
function placeOf(node) {
  const source = node.getSourceFile();
  return { path: source.fileName, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 };
}
