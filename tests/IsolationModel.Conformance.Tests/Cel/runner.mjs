// Judges objects by the expressions of exported policies, on two engines.
//
// Lines in: {"policies": [{"variables": [{"name", "expression"}], "validations": [{"expression", "messageExpression"}]}]} first, then
// {"policy": index, "object": {...}, "classes": {...}} for each question.
// Lines out: {"failures": [{"expression", "error"}]} for what an engine cannot read, then {"admits": [first engine, second engine], "messages": [...]}.
// An answer is true, false, or the text of an error. {"yaml": text} is answered by {"documents": [...]}.
import { createInterface } from 'node:readline';
import { celEnv, isCelError, parse, plan } from '@bufbuild/cel';
import { Environment } from '@marcbachmann/cel-js';
import { parseAllDocuments } from 'yaml';

const names = ['object', 'params', 'variables'];

const strict = new Environment({ unlistedVariablesAreDyn: false });
for (const name of names) {
  strict.registerVariable(name, 'dyn');
}

const lenient = celEnv();

// Each engine turns text into a function of what is bound.
const engines = [
  (text) => plan(lenient, parse(text)),
  (text) => {
    const program = strict.parse(text);
    const checked = program.check();
    if (!checked.valid) {
      throw checked.error;
    }

    return program;
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
  const read = (expression) => {
    try {
      return engine(expression);
    } catch (error) {
      failures.push({ expression, error: String(error?.message ?? error) });
      return null;
    }
  };
  return {
    variables: policy.variables.map(({ name, expression }) => ({ name, run: read(expression) })),
    validations: policy.validations.map((validation) => ({ run: read(validation.expression), message: read(validation.messageExpression) })),
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
const judge = ({ variables, validations }, object, classes) => {
  const bound = { object, params: { data: classes, runtimeClasses: classes }, variables: {} };
  bound.variables = { anyObject: object, params: bound.params, runtimeClasses: classes };
  const messages = [];
  try {
    for (const { name, run } of variables) {
      if (!(name in bound.variables)) {
        bound.variables[name] = valueOf(run, bound);
      }
    }

    for (const { run, message } of validations) {
      const admits = valueOf(run, bound);
      if (typeof admits !== 'boolean') {
        return { admits: `not a flag: ${admits}`, messages };
      }

      if (!admits) {
        messages.push(String(valueOf(message, bound)));
      }
    }

    return { admits: messages.length === 0, messages };
  } catch (error) {
    return { admits: `error: ${error?.message ?? error}`, messages };
  }
};

let programs = null;
const lines = [];
for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  if (programs === null) {
    const failures = [];
    programs = question.policies.map((policy) => engines.map((engine) => compile(policy, engine, failures)));
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
