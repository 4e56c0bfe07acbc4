'use strict';

// Puts into the extension what it shares with the repository.
const fs = require('node:fs');
const path = require('node:path');

const repository = path.join(__dirname, '..', '..', '..', '..');
for (const [from, to] of [
  ['schema/isolation.schema.json', 'schemas/isolation.schema.json'],
  ['schema/isolation-model.schema.json', 'schemas/isolation-model.schema.json'],
  ['LICENSE', 'LICENSE'],
]) {
  fs.mkdirSync(path.dirname(path.join(__dirname, to)), { recursive: true });
  fs.copyFileSync(path.join(repository, from), path.join(__dirname, to));
}
