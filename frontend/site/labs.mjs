// Builds the notebook of labs: labs/lab.js beside the site's other scripts, and the runtime, Python for the browser, in
// labs/runtime/N, where N is made of its content, since it is cached for ever. Its files are packed with Brotli too.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { ourPackages } from './packages.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const labs = join(here, '../labs');
const pyodide = join(here, 'node_modules/pyodide');
const FILES = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide-lock.json'];
// What our own kernel imports, and first cells do. Whoever draws random numbers from a snapshot must seed them first.
const PREPARED = `
import ast, base64, builtins, io, json, linecache, sys, traceback
import collections, dataclasses, functools, itertools, math, random, re
`;
const targets = ['chrome125', 'firefox128', 'safari17.5'];

export async function labsOf(site) {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [join(labs, 'lab.ts'), join(labs, 'bench.ts')],
    outdir: join(site, 'labs'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: targets,
    plugins: [ourPackages],
    logLevel: 'warning',
  });
  await runtime(join(site, '../labs/runtime'), build);
}

async function runtime(folder, build) {
  const kernel = readFileSync(join(labs, 'runtime/kernel.py'), 'utf8');
  const worker = await text(build, 'worker.ts', { KERNEL: JSON.stringify(kernel) }, ['./pyodide.mjs']);
  const frame = await text(build, 'frame.ts', { WORKER: JSON.stringify(worker) });
  const page = readFileSync(join(labs, 'runtime/frame.html'), 'utf8');
  const { version } = JSON.parse(readFileSync(join(pyodide, 'package.json'), 'utf8'));
  const name = createHash('sha256').update(version).update(PREPARED).update(frame).update(page).digest('hex').slice(0, 12);
  const here = join(folder, name);
  writeFileSync(made(folder, 'current.txt'), name);
  writeFileSync(join(folder, 'version.txt'), version);
  if (existsSync(join(here, 'complete.txt'))) {
    return;
  }
  for (const old of readdirSync(folder)) {
    if (!old.endsWith('.txt')) {
      rmSync(join(folder, old), { recursive: true });
    }
  }
  writeFileSync(made(here, 'frame.js'), frame);
  writeFileSync(join(here, 'frame.html'), page);
  FILES.forEach((file) => cpSync(join(pyodide, file), join(here, file)));
  writeFileSync(join(here, 'snapshot.bin'), await snapshot(here));
  for (const file of [...FILES, 'snapshot.bin', 'frame.js']) {
    const content = readFileSync(join(here, file));
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: content.length > 4_000_000 ? 9 : 11 } };
    writeFileSync(join(here, `${file}.br`), brotliCompressSync(content, options));
  }
  writeFileSync(join(here, 'complete.txt'), '');
}

// The memory of a fresh interpreter, from which the next one starts in a fraction of the time.
async function snapshot(folder) {
  const { loadPyodide } = await import('pyodide');
  const python = await loadPyodide({ indexURL: `${pyodide}/`, _makeSnapshot: true });
  python.runPython(PREPARED);
  return python.makeMemorySnapshot();
}

async function text(build, file, define, external = []) {
  const { outputFiles } = await build({
    entryPoints: [join(labs, 'runtime', file)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: targets,
    supported: { 'dynamic-import': true },
    define,
    external,
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

function made(folder, file) {
  mkdirSync(folder, { recursive: true });
  return join(folder, file);
}
