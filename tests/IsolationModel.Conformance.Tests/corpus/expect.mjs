// What a folder of public deployment descriptors declares, read without any code or library of the product.
//
// The conformance tests compare the product's own reading of the same folder with the table this script writes. The script
// reads YAML with the npm package `yaml`, an implementation that shares nothing with the reader the product uses, and it
// takes the API server's view of each document: keys are case-sensitive, the last of two equal keys wins, merge keys and
// aliases are resolved, a null field is an absent field.
//
// To reproduce (Node.js 20 or later; the package is resolved from the current folder, then from this one):
//
//     npm install --no-save --no-package-lock yaml@2.9.1
//     node expect.mjs <corpus-folder> > expected-workloads.tsv
//
// Output: UTF-8, `\n`, no heading, five columns separated by tabs:
//
//     file        path below the corpus folder, written with `/`
//     kind        one of the kinds below, or `!unreadable`, or `!template`
//     namespace   metadata.namespace, or `-`
//     name        metadata.name, or metadata.generateName followed by `*`, or `-`
//     runtime     runtimeClassName of the pod spec; for a RuntimeClass its handler; `-` absent or null; `""` empty string
//
// Order: file (ordinal, UTF-16 code units), then document, then position within a list object.
//
// `!template`    The one row of a file that is the source of a text template, not a descriptor: it lies in the templates/
//                folder of a Helm chart, or a line outside every YAML scalar begins with `{{`. (A line within a scalar is
//                content: a Jinja text in a ConfigMap does not make its file a template.)
// `!unreadable`  Stands once, in the place of the first document that is not YAML. The file's other documents keep their
//                rows; a document with an error contributes none.
//
// A summary goes to the standard error stream: counts, and everything that a reader of the table should know about.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const PINNED = '2.9.1';

const load = (name) => {
  for (const folder of [process.cwd(), dirname(fileURLToPath(import.meta.url))]) {
    try {
      return createRequire(join(folder, 'any.cjs'))(name);
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  console.error(`The package 'yaml' was not found: run 'npm install --no-save --no-package-lock yaml@${PINNED}' first.`);
  process.exit(2);
};

const YAML = load('yaml');
const installed = load('yaml/package.json').version;
if (installed !== PINNED) {
  console.error(`The table belongs to yaml ${PINNED}, but ${installed} is installed.`);
  process.exit(2);
}

const corpus = process.argv[2];
if (!corpus || process.argv.length > 3) {
  console.error('Usage: node expect.mjs <corpus-folder> > expected-workloads.tsv');
  process.exit(2);
}

const template = (object) => object?.spec?.template?.spec?.runtimeClassName;
const APPS = ['apps/v1', 'apps/v1beta1', 'apps/v1beta2', 'extensions/v1beta1'];

/** Kind -> the API versions that serve it, and where its runtime stands. */
const KINDS = new Map([
  ['Pod', { versions: ['v1'], runtime: (o) => o?.spec?.runtimeClassName }],
  ['Deployment', { versions: APPS, runtime: template }],
  ['StatefulSet', { versions: APPS, runtime: template }],
  ['DaemonSet', { versions: APPS, runtime: template }],
  ['ReplicaSet', { versions: APPS, runtime: template }],
  ['Job', { versions: ['batch/v1', 'batch/v1beta1'], runtime: template }],
  ['CronJob', { versions: ['batch/v1', 'batch/v1beta1'], runtime: (o) => template(o?.spec?.jobTemplate) }],
  ['RuntimeClass', {
    versions: ['node.k8s.io/v1', 'node.k8s.io/v1beta1', 'node.k8s.io/v1alpha1'],
    runtime: (o) => (o.apiVersion === 'node.k8s.io/v1alpha1' ? o?.spec?.runtimeHandler : o?.handler),
  }],
  ['Namespace', { versions: ['v1'], runtime: () => undefined }],
]);

const notes = [];
const ordinal = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const absent = (value) => value === undefined || value === null;

/** The text of a cell. A value the API server would refuse for its type is written as JSON, and noted. */
const cell = (value, file, field) => {
  let text = value;
  if (typeof value !== 'string') {
    text = JSON.stringify(value);
    notes.push(`not a string: ${file}: ${field}: ${text}`);
  }
  if (/[\t\r\n]/.test(text)) throw new Error(`${file}: ${field} does not fit into one cell: ${JSON.stringify(text)}`);
  return text;
};

const named = (value, file, field) => (absent(value) || value === '' ? undefined : cell(value, file, field));

const rowOf = (object, file) => {
  const metadata = isObject(object.metadata) ? object.metadata : {};
  const generated = named(metadata.generateName, file, 'generateName');
  const runtime = KINDS.get(object.kind).runtime(object);
  return [
    file,
    object.kind,
    named(metadata.namespace, file, 'namespace') ?? '-',
    named(metadata.name, file, 'name') ?? (generated === undefined ? '-' : `${generated}*`),
    absent(runtime) ? '-' : runtime === '' ? '""' : cell(runtime, file, 'runtime'),
  ];
};

/** The rows of one object; a list object gives those of its items. An untyped item of a typed list takes the list's type. */
const rowsOf = (object, file) => {
  if (!isObject(object) || typeof object.kind !== 'string') return [];
  if (object.kind.endsWith('List') && Array.isArray(object.items)) {
    const itemKind = object.kind.slice(0, -'List'.length);
    return object.items.flatMap((item) => {
      const untyped = isObject(item) && absent(item.kind) && absent(item.apiVersion);
      return rowsOf(untyped ? { ...item, kind: itemKind, apiVersion: object.apiVersion } : item, file);
    });
  }
  const known = KINDS.get(object.kind);
  if (!known) return [];
  if (!known.versions.includes(object.apiVersion)) {
    notes.push(`not a core API version: ${file}: ${object.apiVersion} ${object.kind}`);
    return [];
  }
  return [rowOf(object, file)];
};

const inChartTemplates = (file) => {
  const segments = file.split('/');
  return segments.some((segment, i) =>
    segment === 'templates' && i < segments.length - 1 && existsSync(join(corpus, ...segments.slice(0, i), 'Chart.yaml')));
};

const hasTemplateLine = (text, documents) => {
  const offsets = [...text.matchAll(/^[ \t]*(?=\{\{)/gm)].map((match) => match.index + match[0].length);
  if (offsets.length === 0) return false;
  const scalars = [];
  for (const document of documents.filter((d) => d.errors.length === 0)) {
    YAML.visit(document, { Scalar: (_, node) => { if (node.range) scalars.push(node.range); } });
  }
  return offsets.some((offset) => !scalars.some(([start, end]) => start < offset && offset < end));
};

const read = (file) => {
  if (inChartTemplates(file)) return [[file, '!template', '-', '-', '-']];
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(join(corpus, file)));
  const documents = YAML.parseAllDocuments(text, { uniqueKeys: false, merge: true, logLevel: 'silent' });
  if (hasTemplateLine(text, documents)) return [[file, '!template', '-', '-', '-']];

  const rows = [];
  let failed = false;
  for (const document of documents) {
    let reason = document.errors[0]?.message;
    let value;
    if (reason === undefined) {
      try {
        value = document.toJS({ maxAliasCount: -1 });
      } catch (error) {
        reason = error.message;
      }
    }
    if (reason === undefined) {
      rows.push(...rowsOf(value, file));
    } else {
      notes.push(`unreadable: ${file}: ${reason.split('\n', 1)[0]}`);
      if (!failed) rows.push([file, '!unreadable', '-', '-', '-']);
      failed = true;
    }
  }
  return rows;
};

const files = readdirSync(corpus, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
  .map((entry) => relative(corpus, join(entry.parentPath ?? entry.path, entry.name)).replaceAll(sep, '/'))
  .sort(ordinal);

const rows = files.flatMap(read);
process.stdout.write(rows.map((row) => `${row.join('\t')}\n`).join(''));

const count = (column) => {
  const counts = new Map();
  for (const row of rows) counts.set(row[column], (counts.get(row[column]) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => ordinal(a, b)).map(([key, n]) => `${key} ${n}`).join(', ');
};
console.error(`${files.length} files, ${rows.length} rows`);
console.error(`kinds: ${count(1)}`);
console.error(`runtimes: ${count(4)}`);
for (const note of notes) console.error(note);
