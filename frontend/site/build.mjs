// Builds what server-rendered pages need in the browser into DIR (first argument; second: Vaadin's version), served as /site/…:
// fonts/, icons.svg (one sprite), site.css and site.js. Installs its packages when the lock file has changed.
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ourPackages } from './packages.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2] ?? join(here, '../../target/classes/META-INF/resources/site'));

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const ci = ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];

function install() {
  const lock = readFileSync(join(here, 'package-lock.json'), 'utf8');
  const mark = join(here, 'node_modules/.installed');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) {
    return;
  }
  execFileSync(npm, ci, { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
  writeFileSync(mark, lock);
}

// Vaadin installs its packages when it builds; on a new machine they come beside ours. It believes its own note alone that
// they are there, so that stands beside them. What goes wrong here it tries again, and tells.
function installViews(vaadinVersion) {
  const root = resolve(here, '../..');
  const modules = join(root, 'node_modules');
  if (existsSync(modules) || !vaadinVersion) {
    return Promise.resolve();
  }
  return new Promise((done) => {
    execFile(npm, [...ci, '--ignore-scripts'], { cwd: root, shell: process.platform === 'win32' }, (failure) => {
      if (!failure) {
        const { hash } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).vaadin;
        mkdirSync(join(modules, '.vaadin'), { recursive: true });
        writeFileSync(join(modules, '.vaadin/vaadin.json'), JSON.stringify({ vaadinVersion, hash, projectFolder: root }));
      }
      done();
    });
  });
}

function fonts() {
  const folder = join(target, 'fonts/1');
  mkdirSync(folder, { recursive: true });
  const css = readFileSync(join(here, '../styles/fonts.css'), 'utf8');
  const families = ['source-serif-4', 'inter', 'jetbrains-mono'];
  for (const [, name] of css.matchAll(/\/site\/fonts\/1\/([a-z0-9-]+\.woff2)/g)) {
    const family = families.find((candidate) => name.startsWith(candidate));
    cpSync(join(here, 'node_modules/@fontsource-variable', family, 'files', name), join(folder, name));
  }
}

// A ligature in a PDF has no letters behind it, so a name with "ft" could not be searched, copied or read aloud. The
// table of substitutions gets a tag that nobody knows.
function withoutLigatures(font) {
  for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16) {
    if (font.toString('latin1', entry, entry + 4) === 'GSUB') {
      font.write('xsub', entry, 'latin1');
    }
  }
  return font;
}

// Fonts as the PDF of a certificate embeds them; they are not served, but read from the class path.
function certificateFonts() {
  const folder = resolve(target, '../../../certificate-fonts');
  mkdirSync(folder, { recursive: true });
  const files = {
    'source-serif-4': ['400Regular/SourceSerif4_400Regular', '600SemiBold/SourceSerif4_600SemiBold'],
    'eb-garamond': ['400Regular/EBGaramond_400Regular', '600SemiBold/EBGaramond_600SemiBold'],
    inter: ['400Regular/Inter_400Regular', '600SemiBold/Inter_600SemiBold'],
    'noto-naskh-arabic': ['400Regular/NotoNaskhArabic_400Regular'],
    'noto-serif-hebrew': ['400Regular/NotoSerifHebrew_400Regular'],
    'noto-serif-devanagari': ['400Regular/NotoSerifDevanagari_400Regular', '600SemiBold/NotoSerifDevanagari_600SemiBold'],
    'noto-serif-bengali': ['400Regular/NotoSerifBengali_400Regular', '600SemiBold/NotoSerifBengali_600SemiBold'],
    'noto-sans-tamil': ['400Regular/NotoSansTamil_400Regular', '600SemiBold/NotoSansTamil_600SemiBold'],
    'noto-serif-telugu': ['400Regular/NotoSerifTelugu_400Regular', '600SemiBold/NotoSerifTelugu_600SemiBold'],
    'noto-sans-thai': ['400Regular/NotoSansThai_400Regular', '600SemiBold/NotoSansThai_600SemiBold'],
    'noto-sans-georgian': ['400Regular/NotoSansGeorgian_400Regular', '600SemiBold/NotoSansGeorgian_600SemiBold'],
    'noto-sans-armenian': ['400Regular/NotoSansArmenian_400Regular', '600SemiBold/NotoSansArmenian_600SemiBold'],
    'noto-sans-ethiopic': ['400Regular/NotoSansEthiopic_400Regular', '600SemiBold/NotoSansEthiopic_600SemiBold'],
    'nanum-myeongjo': ['400Regular/NanumMyeongjo_400Regular'],
    'noto-serif-sc': ['400Regular/NotoSerifSC_400Regular'],
  };
  for (const [family, names] of Object.entries(files)) {
    for (const name of names) {
      const from = join(here, 'node_modules/@expo-google-fonts', family, `${name}.ttf`);
      const font = readFileSync(from);
      writeFileSync(join(folder, `${name.split('/')[1]}.ttf`), family.startsWith('noto') ? font : withoutLigatures(font));
    }
  }
}

// Shapes only: colour and stroke come from the page, so that an icon looks like the text beside it.
function icons() {
  const names = readFileSync(join(here, 'icons.txt'), 'utf8').split('\n').filter(Boolean);
  const symbols = names.map((name) => {
    const svg = readFileSync(join(here, 'node_modules/lucide-static/icons', `${name}.svg`), 'utf8');
    const shapes = svg.replace(/<!--[^]*?-->/g, '').replace(/<svg[^>]*>|<\/svg>/g, '').replace(/\s*\n\s*/g, '').trim();
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
  });
  writeFileSync(join(target, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`);
}

// The address with the hash of the content, as SiteFiles makes it, since all of this is cached for ever.
function versioned(name) {
  const hash = createHash('sha256').update(readFileSync(join(target, name))).digest('hex');
  return `/site/${name}?v=${hash.slice(0, 12)}`;
}

async function bundles() {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [join(here, 'site.ts'), join(here, 'site.css')],
    outdir: target,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome125', 'firefox128', 'safari17.5'],
    external: ['/site/*'],
    plugins: [ourPackages],
    define: { PROSE_SCRIPT: JSON.stringify(versioned('prose/prose.js')) },
    logLevel: 'warning',
  });
}

// The text of lessons, for pages and views alike: a small script that loads KaTeX and highlighting when a text needs
// them. Of KaTeX's fonts only woff2 is served.
async function prose() {
  const { build } = await import('esbuild');
  const katex = join(here, 'node_modules/katex');
  const { version } = JSON.parse(readFileSync(join(katex, 'package.json'), 'utf8'));
  const folder = join(target, 'prose', `katex-${version}`);
  mkdirSync(join(folder, 'fonts'), { recursive: true });
  const css = readFileSync(join(katex, 'dist/katex.min.css'), 'utf8');
  writeFileSync(join(folder, 'katex.css'), css.replace(/,url\(fonts\/[\w-]+\.(?:woff|ttf)\) format\("\w+"\)/g, ''));
  for (const [, name] of css.matchAll(/url\(fonts\/([\w-]+\.woff2)\)/g)) {
    cpSync(join(katex, 'dist/fonts', name), join(folder, 'fonts', name));
  }
  await build({
    entryPoints: [join(here, '../prose/prose.ts')],
    outdir: join(target, 'prose'),
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: ['chrome125', 'firefox128', 'safari17.5'],
    plugins: [ourPackages],
    define: { KATEX_STYLES: JSON.stringify(`./katex-${version}/katex.css`) },
    logLevel: 'warning',
  });
}

// What checks a file on the page of verification; all but a small part is loaded when there is a file.
async function verify() {
  const { build } = await import('esbuild');
  rmSync(join(target, 'verify'), { recursive: true, force: true });
  await build({
    entryPoints: [join(here, '../verify/verify.ts')],
    outdir: join(target, 'verify'),
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: ['chrome125', 'firefox128', 'safari17.5'],
    plugins: [ourPackages],
    logLevel: 'warning',
  });
}

// The attempt at a quiz, for views that show one.
async function quiz() {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [join(here, '../quiz/quiz.ts')],
    outdir: join(target, 'quiz'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome125', 'firefox128', 'safari17.5'],
    logLevel: 'warning',
  });
}

// The editors for questions and for lessons, outlines and uploads, for views of Studio.
async function studio() {
  const { build } = await import('esbuild');
  await build({
    entryPoints: ['yaml', 'lesson', 'outline', 'course-upload'].map((name) => join(here, `../studio/${name}.ts`)),
    outdir: join(target, 'studio'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome125', 'firefox128', 'safari17.5'],
    plugins: [ourPackages],
    logLevel: 'warning',
  });
}

const views = installViews(process.argv[3]);
install();
mkdirSync(target, { recursive: true });
fonts();
certificateFonts();
icons();
cpSync(join(here, 'favicon.svg'), join(target, 'favicon.svg'));
await prose();
await bundles();
await verify();
await quiz();
await studio();
const { labsOf } = await import('./labs.mjs');
await labsOf(target);
await views;
