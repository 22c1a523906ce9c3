import ts from 'typescript';

/** Globals that cost milliseconds when they are first touched. */
const COSTLY_GLOBALS = ['Headers', 'Request', 'Response', 'fetch'];

/** Calls that cost nothing at load: symbols, and the wrapper that keeps a function until its result is first needed. */
const FREE_CALL = /^(Symbol(\.for)?|lazily)$/;

/**
 * What a module does while it is being loaded, apart from declaring: calls, `new`, tagged templates, `await`, loops,
 * and any mention of a costly global. Bodies of functions and of instance members run later and are not looked at.
 *
 * @param {string} file Name for the parser.
 * @param {string} text
 * @returns {{ line: number, what: string }[]}
 */
export function loadTimeWork(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  /** @type {{ line: number, what: string }[]} */
  const work = [];
  /** @param {ts.Node} node @param {string} what */
  const report = (node, what) => {
    work.push({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, what });
  };
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isFunctionLike(node)) {
      if (node.name !== undefined && ts.isComputedPropertyName(node.name)) visit(node.name);
      return;
    }
    if (ts.isPropertyDeclaration(node) && !isStatic(node)) {
      if (ts.isComputedPropertyName(node.name)) visit(node.name);
      return;
    }
    const what = workOf(node);
    if (what !== undefined) report(node, what);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return work;
}

/** @param {ts.Node} node @returns {string | undefined} */
function workOf(node) {
  if (ts.isCallExpression(node)) return isFree(node) ? undefined : `calls ${shortText(node.expression)}()`;
  if (ts.isNewExpression(node)) return `builds new ${shortText(node.expression)}()`;
  if (ts.isTaggedTemplateExpression(node)) return `calls the tag ${shortText(node.tag)}`;
  if (ts.isAwaitExpression(node)) return 'awaits';
  if (ts.isIterationStatement(node, false)) return 'runs a loop';
  if (ts.isIdentifier(node) && COSTLY_GLOBALS.includes(node.text) && isValue(node))
    return `touches ${node.text}`;
  if (ts.isPropertyAccessExpression(node) && COSTLY_GLOBALS.includes(node.name.text))
    return `touches ${node.name.text}`;
  return undefined;
}

/** @param {ts.CallExpression} call */
function isFree(call) {
  return FREE_CALL.test(call.expression.getText());
}

/** Whether an identifier is read, and not the name of a property, a declaration or an import. @param {ts.Identifier} node */
function isValue(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent)) return parent.initializer === node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  const declared = 'name' in parent && parent.name === node;
  return !declared && !ts.isImportOrExportSpecifier(parent) && !ts.isQualifiedName(parent);
}

/** @param {ts.PropertyDeclaration} node */
function isStatic(node) {
  return node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.StaticKeyword) ?? false;
}

/** @param {ts.Node} node */
function shortText(node) {
  return node.getText().split('\n', 1)[0]?.slice(0, 60) ?? '';
}
