// Judges objects by the expressions of exported policies, on two engines.
//
// Lines in: {"policies": [{"variables": [{"name", "expression"}], "validations": [{"expression", "messageExpression"}]}], "engines": [0, 1]} first, then
// {"policy": index, "object": {...}, "classes": {...}} for each question.
// Lines out: {"failures": [{"expression", "error"}]} for what an engine cannot read, then {"admits": [first engine, second engine], "messages": [...]}.
// An answer is true, false, or the text of an error. {"yaml": text} is answered by {"documents": [...]}.
import { createInterface } from 'node:readline';
import { celEnv, celMap, isCelError, parse, plan } from '@bufbuild/cel';
import { RE2JS } from '@bufbuild/re2';
import { Environment } from '@marcbachmann/cel-js';
import { parseAllDocuments } from 'yaml';

const names = ['object', 'params', 'variables'];

const strict = new Environment({ unlistedVariablesAreDyn: false });
for (const name of names) {
  strict.registerVariable(name, 'dyn');
}

// The engine's own library for regular expressions, which it would otherwise let compile each of them again for every text.
const patterns = new Map();
const compiled = (text) => {
  const pattern = patterns.get(text) ?? RE2JS.compile(text);
  patterns.set(text, pattern);
  return pattern;
};

const lenient = celEnv({ re2: { compile: compiled } });

// Each engine turns text into a function of what is bound, and a value into what it need not convert again.
const own = plan(lenient, parse('object'));
const engines = [
  {
    read: (text) => plan(lenient, parse(text)),
    own: (value) => own({ object: value }),
    map: celMap,
    known: new Map(),
  },
  {
    read: (text) => {
      const program = strict.parse(text);
      const checked = program.check();
      if (!checked.valid) {
        throw checked.error;
      }

      return program;
    },
    own: (value) => value,
    map: (entries) => entries,
    known: new Map(),
  },
];

// Numbers of an API object are integers, as the API server has them.
const integers = (value) => {
  if (typeof value === 'number') {
    return Number.isInteger(value) ? BigInt(value) : value;
  }

  if (Array.isArray(value)) {
    return value.map(integers);
  }

  return value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, integers(inner)])) : value;
};

const compile = (policy, engine, failures) => {
  const used = (expression) => new Set([...expression.matchAll(/variables[.](\w+)/g)].map((match) => match[1]));
  const read = (expression) => {
    try {
      // Policies have most of their expressions in common.
      const known = engine.known.get(expression) ?? { run: engine.read(expression), used: used(expression) };
      engine.known.set(expression, known);
      return known;
    } catch (error) {
      failures.push({ expression, error: String(error?.message ?? error) });
      return null;
    }
  };
  return {
    engine,
    variables: new Map(policy.variables.map(({ name, expression }) => [name, read(expression)])),
    validations: policy.validations.map((validation) => ({ test: read(validation.expression), message: read(validation.messageExpression) })),
  };
};

const valueOf = (run, bound) => {
  const value = run(bound);
  if (isCelError(value)) {
    throw value;
  }

  return value;
};

// Variables are read when somebody asks for them, and once, as the API server does it.
const judge = ({ engine, variables, validations }, object, classes) => {
  const params = { data: classes, runtimeClasses: classes };
  const bound = { object: engine.own(object), params: engine.own(params) };
  const known = new Map([['anyObject', bound.object], ['params', bound.params]]);
  bound.variables = engine.map(known);
  const ask = ({ run, used }) => {
    for (const name of used) {
      if (!known.has(name) && variables.has(name)) {
        known.set(name, ask(variables.get(name)));
      }
    }

    return valueOf(run, bound);
  };
  try {
    for (const { test, message } of validations) {
      const admits = ask(test);
      if (typeof admits !== 'boolean') {
        return { admits: `not a flag: ${admits}`, messages: [] };
      }

      if (!admits) {
        return { admits, messages: [String(ask(message))] };
      }
    }

    return { admits: true, messages: [] };
  } catch (error) {
    return { admits: `error: ${error?.message ?? error}`, messages: [] };
  }
};

let programs = null;
const lines = [];
for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  if (programs === null) {
    const failures = [];
    const asked = question.engines.map((index) => engines[index]);
    programs = question.policies.map((policy) => asked.map((engine) => compile(policy, engine, failures)));
    lines.push(JSON.stringify({ failures }));
    continue;
  }

  if (question.yaml !== undefined) {
    const documents = parseAllDocuments(question.yaml, { strict: true, uniqueKeys: true });
    for (const problem of documents.flatMap((document) => [...document.errors, ...document.warnings])) {
      throw problem;
    }

    lines.push(JSON.stringify({ documents: documents.map((document) => document.toJS()) }));
    continue;
  }

  const object = integers(question.object);
  const answers = programs[question.policy].map((program) => judge(program, object, question.classes));
  lines.push(JSON.stringify({ admits: answers.map((answer) => answer.admits), messages: answers[0].messages }));
}

process.stdout.write(lines.join('\n') + '\n');
