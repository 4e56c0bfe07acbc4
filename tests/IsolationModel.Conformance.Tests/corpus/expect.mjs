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
// Output: UTF-8, `\n`, no heading, six columns separated by tabs:
//
//     file        path below the corpus folder, written with `/`
//     kind        one of the kinds below, a kind that none of them is, or `!unreadable`, or `!template`
//     namespace   metadata.namespace, or `-`
//     name        metadata.name, or metadata.generateName followed by `*`, or `-`
//     runtime     runtimeClassName of the pod spec; for a RuntimeClass its handler, for a SpinApp its executor, for a
//                 SpinAppExecutor the class that it picks; `-` absent or null; `""` empty string
//     part        where the pod spec stands in an object of another kind that has several; otherwise `-`
//
// An object of none of the kinds below has a row for each mapping in it that is a pod spec by its look: it has a list
// `containers`, not empty, in which everything is a mapping with texts `name` and `image`. There is none within another, in
// `metadata` or in `status`. Objects of the API server's own groups, of Kustomize, of Kyverno and of the allow-lists of GKE
// have no such rows: what looks like a pod in them is a schema, a patch, a pattern or a criterion.
//
// A reading of the same folder by PyYAML 6.0.3, written apart from this one, gave the same rows of the kinds that are not of
// the core, but for two archived templates of Vitess, which PyYAML refuses (a flow mapping as a key).
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

const KNATIVE = ['serving.knative.dev/v1'];
const SPIN = ['core.spinkube.dev/v1alpha1', 'core.spinoperator.dev/v1alpha1'];

/** Groups of objects in which nothing that looks like a pod is one. */
const GROUPS_WITHOUT_PODS = new Set([
  '', 'apps', 'autoscaling', 'batch', 'extensions', 'policy',
  'auto.gke.io', 'kustomize.config.k8s.io', 'kyverno.io', 'policies.kyverno.io',
  ...['admissionregistration', 'apiextensions', 'apiregistration', 'authentication', 'authorization', 'certificates',
    'coordination', 'discovery', 'events', 'flowcontrol.apiserver', 'internal.apiserver', 'networking', 'node',
    'rbac.authorization', 'resource', 'scheduling', 'storage', 'storagemigration'].map((name) => `${name}.k8s.io`),
]);

/** Kind -> the API versions that serve it, where its runtime stands, and whether it is there at all. */
const KINDS = new Map([
  ['PodTemplate', { versions: ['v1'], runtime: (o) => o?.template?.spec?.runtimeClassName }],
  ['ReplicationController', { versions: ['v1'], runtime: template, present: (o) => !absent(o?.spec?.template) }],
  ['ScaledJob', { versions: ['keda.sh/v1alpha1'], runtime: (o) => o?.spec?.jobTargetRef?.template?.spec?.runtimeClassName }],
  ['Sandbox', { versions: ['agents.x-k8s.io/v1alpha1', 'agents.x-k8s.io/v1beta1'], runtime: (o) => o?.spec?.podTemplate?.spec?.runtimeClassName }],
  ['SandboxTemplate', {
    versions: ['extensions.agents.x-k8s.io/v1alpha1', 'extensions.agents.x-k8s.io/v1beta1'],
    runtime: (o) => o?.spec?.podTemplate?.spec?.runtimeClassName,
  }],
  ['Service', { versions: KNATIVE, runtime: template }],
  ['Configuration', { versions: KNATIVE, runtime: template }],
  ['Revision', { versions: KNATIVE, runtime: (o) => o?.spec?.runtimeClassName }],
  ['SpinApp', { versions: SPIN, runtime: (o) => o?.spec?.executor }],
  ['SpinAppExecutor', { versions: SPIN, runtime: (o) => o?.spec?.deploymentConfig?.runtimeClassName }],
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

const rowOf = (object, file, runtime, part = '-') => {
  const metadata = isObject(object.metadata) ? object.metadata : {};
  const generated = named(metadata.generateName, file, 'generateName');
  return [
    file,
    object.kind,
    named(metadata.namespace, file, 'namespace') ?? '-',
    named(metadata.name, file, 'name') ?? (generated === undefined ? '-' : `${generated}*`),
    absent(runtime) ? '-' : runtime === '' ? '""' : cell(runtime, file, 'runtime'),
    part,
  ];
};

const isText = (value) => ['string', 'number', 'boolean'].includes(typeof value);

const looksLikePodSpec = (value) => isObject(value) && Array.isArray(value.containers) && value.containers.length > 0
  && value.containers.every((item) => isObject(item) && isText(item.name) && isText(item.image));

/** What looks like a pod spec below a value, each with the path to it. */
const podSpecsBelow = (value, path) => {
  if (looksLikePodSpec(value)) return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item, i) => podSpecsBelow(item, `${path}[${i}]`));
  if (!isObject(value)) return [];
  return Object.entries(value)
    .filter(([key]) => path !== '' || !['metadata', 'status'].includes(key))
    .flatMap(([key, item]) => podSpecsBelow(item, path === '' ? key : `${path}.${key}`));
};

/** The rows of an object of a kind that is not known. */
const rowsByLook = (object, file) => {
  if (GROUPS_WITHOUT_PODS.has(object.apiVersion.includes('/') ? object.apiVersion.split('/')[0] : '')) return [];
  const found = podSpecsBelow(object, '');
  return found.map(([path, spec]) => rowOf(object, file, spec.runtimeClassName, found.length > 1 ? path : '-'));
};

/** The rows of one object; a list object gives those of its items. An untyped item of a typed list takes the list's type. */
const rowsOf = (object, file) => {
  if (!isObject(object) || typeof object.kind !== 'string' || typeof object.apiVersion !== 'string') return [];
  if (object.kind.endsWith('List') && Array.isArray(object.items)) {
    const itemKind = object.kind.slice(0, -'List'.length);
    return object.items.flatMap((item) => {
      const untyped = isObject(item) && absent(item.kind) && absent(item.apiVersion);
      return rowsOf(untyped ? { ...item, kind: itemKind, apiVersion: object.apiVersion } : item, file);
    });
  }
  const known = KINDS.get(object.kind);
  if (known?.versions.includes(object.apiVersion)) {
    return known.present?.(object) === false ? [] : [rowOf(object, file, known.runtime(object))];
  }
  return rowsByLook(object, file);
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
  if (inChartTemplates(file)) return [[file, '!template', '-', '-', '-', '-']];
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(join(corpus, file)));
  const documents = YAML.parseAllDocuments(text, { uniqueKeys: false, merge: true, logLevel: 'silent' });
  if (hasTemplateLine(text, documents)) return [[file, '!template', '-', '-', '-', '-']];

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
      if (!failed) rows.push([file, '!unreadable', '-', '-', '-', '-']);
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
