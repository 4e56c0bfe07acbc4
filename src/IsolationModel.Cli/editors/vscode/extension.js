'use strict';

const { window, workspace } = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

/** What the server may have something to say of; a file that is no descriptor costs it a glance. */
const documentSelector = [
  ...['yaml', 'dockercompose', 'json', 'jsonc', 'toml'].map(language => ({ scheme: 'file', language })),
  { scheme: 'file', pattern: '**/{*.conf,*.env,.env,kustomization,Kustomization}' },
];

let client;

exports.activate = async () => {
  const [command, ...args] = workspace.getConfiguration('isolation').get('command');
  client = new LanguageClient('isolation', 'IsolationModel', { command, args }, { documentSelector });
  try {
    await client.start();
  } catch (error) {
    window.showErrorMessage(`The language server does not start by '${command}': ${error.message}. Install it with: dotnet tool install --global IsolationModel.Cli`);
  }
};

exports.deactivate = () => client?.stop();
