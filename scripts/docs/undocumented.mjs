import { sep } from 'node:path';
import ts from 'typescript';

/**
 * @typedef {{ path: string, line: number, name: string }} Undocumented What an editor would say nothing about; `name`
 * is that of the export, with the member behind a dot.
 */

/**
 * Finds what a package exports without a TSDoc comment: names, and the members of exported interfaces and classes, those
 * they inherit inside the package included. A comment that TypeScript inherits from a base counts.
 *
 * Not asked for: constructors, what is private or protected, and the `name` of errors, which repeats that of the class.
 * The data of a constant is no member.
 *
 * @param {string} folder What is declared outside of it belongs to another package.
 * @param {readonly string[]} entries Declaration files that a consumer can import.
 * @returns {{ count: number, undocumented: Undocumented[] }} `count` is how many names and members were looked at.
 */
export function findUndocumented(folder, entries) {
  const program = ts.createProgram([...entries], {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  /** Entries share declarations. @type {Set<ts.Symbol>} */
  const seen = new Set();
  /** @type {Undocumented[]} */
  const undocumented = [];

  /** @param {ts.Symbol} symbol @param {string} name */
  const look = (symbol, name) => {
    const own = declarationsIn(symbol, folder);
    const [first] = own;
    if (first === undefined || seen.has(symbol)) return [];
    seen.add(symbol);
    if (!isDocumented(symbol, checker)) undocumented.push({ ...placeOf(first), name });
    return own;
  };
  /** @param {ts.Declaration} declaration @param {string} name */
  const lookInside = (declaration, name) => {
    if (!ts.isInterfaceDeclaration(declaration) && !ts.isClassDeclaration(declaration)) return;
    for (const member of membersOf(declaration)) {
      const symbol = symbolOf(member, checker);
      if (symbol !== undefined) look(symbol, `${name}.${memberName(member)}`);
    }
    for (const base of declaration.heritageClauses?.flatMap(({ types }) => [...types]) ?? []) {
      const symbol = checker.getTypeAtLocation(base).getSymbol();
      if (symbol === undefined || seen.has(symbol)) continue;
      for (const inherited of declarationsIn(symbol, folder)) lookInside(inherited, name);
    }
  };

  for (const entry of entries) {
    const source = program.getSourceFile(entry);
    const module = source && checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${entry} cannot be read as a module. Build the packages first.`);
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

/** @param {ts.Symbol} symbol @param {string} folder @returns {ts.Declaration[]} */
function declarationsIn(symbol, folder) {
  const inside = `${folder.split(sep).join('/')}/`;
  return symbol.declarations?.filter((one) => one.getSourceFile().fileName.startsWith(inside)) ?? [];
}

/** The members that a user of the type can see. @param {ts.InterfaceDeclaration | ts.ClassDeclaration} declaration */
function membersOf(declaration) {
  const isError = ts.isClassDeclaration(declaration) && /Error$/.test(declaration.name?.text ?? '');
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  return [...declaration.members].filter((member) => {
    if (ts.isConstructorDeclaration(member) || ts.isSemicolonClassElement(member)) return false;
    if (member.name !== undefined && ts.isPrivateIdentifier(member.name)) return false;
    if (ts.getCombinedModifierFlags(member) & hidden) return false;
    return !(isError && memberName(member) === 'name');
  });
}

/** @param {ts.TypeElement | ts.ClassElement} member @param {ts.TypeChecker} checker @returns {ts.Symbol | undefined} */
function symbolOf(member, checker) {
  if (member.name !== undefined) return checker.getSymbolAtLocation(member.name);
  return ts.isIndexSignatureDeclaration(member) || ts.isCallSignatureDeclaration(member)
    ? checker.getSignatureFromDeclaration(member)?.getDeclaration()?.symbol
    : undefined;
}

/** @param {ts.TypeElement | ts.ClassElement} member */
function memberName(member) {
  return member.name === undefined ? '[index]' : member.name.getText();
}

/** @param {ts.Declaration} node @returns {{ path: string, line: number }} */
function placeOf(node) {
  const source = node.getSourceFile();
  return { path: source.fileName, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 };
}
