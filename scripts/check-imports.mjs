// Fails when an import points upward, sideways between namespaces, or to `node:` outside the client's node folder.
import { findViolations } from './imports/find-violations.mjs';
import { root } from './run/project.mjs';

const { files, violations } = findViolations(root);
for (const violation of violations) console.error(violation);
if (files === 0) console.error(`No source file was found below ${root}/packages.`);
console.log(`- ${files} files, ${violations.length} imports against the layers (scripts/imports/layers.mjs)`);
process.exitCode = files > 0 && violations.length === 0 ? 0 : 1;
