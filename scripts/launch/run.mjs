import { spawn } from 'node:child_process';

/**
 * Runs a program without input and gathers what it prints. Never throws: a program that cannot be
 * started has the code 127.
 * @returns {Promise<{ code: number, stdout: string, stderr: string, output: string }>}
 */
export function gather(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const printed = { stdout: '', stderr: '', output: '' };
    for (const stream of ['stdout', 'stderr']) {
      child[stream].setEncoding('utf8').on('data', (text) => {
        printed[stream] += text;
        printed.output += text;
      });
    }
    child.on('error', (error) => resolve({ ...printed, code: 127, output: error.message }));
    child.on('close', (code) => resolve({ ...printed, code: code ?? 1 }));
  });
}

/** Runs a program in this terminal; gives its exit code. */
export function show(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Whole seconds since `began` (milliseconds), at least one. */
export function secondsSince(began) {
  return Math.max(1, Math.round((Date.now() - began) / 1000));
}
