#!/usr/bin/env node
// The command line: wires the streams of this process to the commands.
import { main } from './cli/main';
import { processTerminal } from './cli/terminal';

void main(process.argv.slice(2), processTerminal(process)).then((code) => {
  // Results that could not be written whole have said so already.
  process.exitCode ??= code;
});
