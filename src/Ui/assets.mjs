// Brings the style sheet, the icons, the chart, the map and the signature library to wwwroot/lib. Called by the build when the lock file, this file or the list of icons changed.
import { execSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const icons = [
  'alert-triangle', 'arrow-back-up', 'arrow-down', 'arrow-left', 'arrow-right', 'arrow-up', 'bell', 'bookmark', 'building', 'calendar', 'chart-dots',
  'check', 'chevron-right', 'circle-check', 'circle-minus', 'clipboard-check', 'clock', 'code', 'copy', 'database-export', 'device-desktop', 'download', 'edit', 'equal', 'external-link', 'eye',
  'file-spreadsheet', 'file-upload', 'file-zip', 'filter', 'flag', 'history', 'home', 'inbox', 'info-circle', 'language', 'layout-dashboard', 'list-details', 'lock',
  'lock-open', 'login', 'logout',
  'map-pin', 'map-2', 'minus', 'moon', 'palette', 'plus', 'rss', 'scale', 'search', 'shield-check', 'sun', 'text-size', 'trash', 'user', 'users', 'x',
];

const here = dirname(fileURLToPath(import.meta.url));
const lib = join(here, 'wwwroot', 'lib');
const stamp = join(lib, 'stamp');
const inputs = ['package.json', 'package-lock.json', 'assets.mjs'].map(name => join(here, name));

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`需要 Node 20 或更新版本，现有 ${process.versions.node}。 / Node 20 or newer is needed; this is ${process.versions.node}.`);
}

const unlock = lock(join(here, '.assets.lock'));
try {
  if (!isFresh()) bring();
} catch (fault) {
  unlock();
  fail(`前端资源取不到，请检查网络或 npm 镜像设置后重试：${String(fault.stderr ?? fault.message).trim().split('\n').pop()}`
    + ' / The front-end packages cannot be fetched; check the network or the npm registry setting and try again.');
}
unlock();

function bring() {
  execSync('npm ci --omit=dev --no-fund --no-audit --loglevel=error', { cwd: here, stdio: ['ignore', 'ignore', 'pipe'] });
  mkdirSync(lib, { recursive: true });
  const modules = join(here, 'node_modules', '@tabler');
  copyFileSync(join(here, 'node_modules', 'echarts', 'dist', 'echarts.common.min.js'), join(lib, 'echarts.min.js'));
  const leaflet = join(here, 'node_modules', 'leaflet', 'dist');
  mkdirSync(join(lib, 'images'), { recursive: true });
  // Markers are ours; of Leaflet's own pictures only the layer control's are used.
  for (const name of ['layers.png', 'layers-2x.png']) copyFileSync(join(leaflet, 'images', name), join(lib, 'images', name));
  copyFileSync(join(leaflet, 'leaflet.css'), join(lib, 'leaflet.css'));
  // The map of its sources is not brought along, so nothing may ask for it.
  writeFileSync(join(lib, 'leaflet.js'), readFileSync(join(leaflet, 'leaflet.js'), 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'));
  copyFileSync(join(modules, 'core', 'dist', 'css', 'tabler.min.css'), join(lib, 'tabler.min.css'));
  // Hashes and signatures where the browser has none of its own: at addresses without https.
  const noble = join(here, 'node_modules', '@noble');
  mkdirSync(join(lib, 'noble'), { recursive: true });
  copyFileSync(join(noble, 'ed25519', 'index.js'), join(lib, 'noble', 'ed25519.js'));
  for (const name of ['sha2.js', '_md.js', '_u64.js', 'utils.js']) copyFileSync(join(noble, 'hashes', name), join(lib, 'noble', name));
  const symbols = icons.map(name => {
    const svg = readFileSync(join(modules, 'icons', 'icons', 'outline', `${name}.svg`), 'utf8');
    const inner = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>')).replace(/\s*\n\s*/g, '');
    return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${inner}</symbol>`;
  });
  writeFileSync(join(lib, 'icons.svg.part'), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('\n')}</svg>\n`);
  renameSync(join(lib, 'icons.svg.part'), join(lib, 'icons.svg'));
  writeFileSync(stamp, 'done\n');
}

function isFresh() {
  try {
    const made = statSync(stamp).mtimeMs;
    return inputs.every(file => statSync(file).mtimeMs <= made);
  } catch {
    return false;
  }
}

// Two builds at once: the second waits for the first and then finds everything fresh.
function lock(folder) {
  const start = Date.now();
  for (;;) {
    try {
      mkdirSync(folder);
      return () => rmdirSync(folder);
    } catch (fault) {
      if (fault.code !== 'EEXIST') fail(`写不了 ${here}：${fault.code}。 / ${here} cannot be written: ${fault.code}.`);
      if (age(folder) > 600_000 || Date.now() - start > 900_000) {
        try { rmdirSync(folder); } catch { /* the other one was faster */ }
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
}

function age(path) {
  try { return Date.now() - statSync(path).mtimeMs; } catch { return 0; }
}

function fail(sentence) {
  console.error(`error : ${sentence}`);
  process.exit(1);
}
