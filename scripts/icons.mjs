// node scripts/icons.mjs: draws every icon file in assets/ anew from assets/icon.svg. Needs rsvg-convert.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { main } from './lib/main.mjs';
import { root } from './lib/paths.mjs';
import { Stop } from './lib/print.mjs';

const assets = join(root, 'assets');
const svg = readFileSync(join(assets, 'icon.svg'), 'utf8');
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/** The types under which an .icns holds PNG pictures, by edge in pixels. */
const ICNS_TYPES = [
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
];

function render(source, size) {
  const args = ['--width', String(size), '--height', String(size), '--format', 'png'];
  const { status, stdout } = spawnSync('rsvg-convert', args, { input: source, maxBuffer: 64 * 2 ** 20 });
  if (status === 0) return stdout;
  throw new Stop('rsvg-convert is missing: install librsvg2-bin (Debian) or librsvg (Homebrew).');
}

/** The drawing alone, in one colour and close to the edge: for the notification area. */
function trayDrawing(colour) {
  return svg
    .replace(/viewBox="[^"]*"/, 'viewBox="85 52 400 400"')
    .replace(/<rect[^>]*\/>/, '')
    .replace(/stroke="#[0-9A-F]{6}"/gi, `stroke="${colour}"`);
}

/** An .ico file: a directory of sixteen bytes for each picture, then the pictures. */
function ico(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index;
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

/** An .icns file: chunks of a four-letter type, a length that counts its own eight bytes, and the picture. */
function icns(pngOf) {
  const chunks = ICNS_TYPES.map(([type, size]) => chunk(type, pngOf(size)));
  return chunk('icns', Buffer.concat(chunks));
}

function chunk(type, data) {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'ascii');
  head.writeUInt32BE(8 + data.length, 4);
  return Buffer.concat([head, data]);
}

await main(() => {
  for (const folder of ['icons', 'tray']) mkdirSync(join(assets, folder), { recursive: true });
  const pngs = new Map(SIZES.map((size) => [size, render(svg, size)]));
  for (const [size, png] of pngs) writeFileSync(join(assets, 'icons', `${size}x${size}.png`), png);
  writeFileSync(join(assets, 'icon.png'), pngs.get(256));
  const icoSizes = SIZES.filter((size) => size <= 256);
  writeFileSync(join(assets, 'icon.ico'), ico(icoSizes.map((size) => ({ size, png: pngs.get(size) }))));
  writeFileSync(
    join(assets, 'icon.icns'),
    icns((size) => pngs.get(size)),
  );

  // On macOS a name that ends in Template lets the system choose the colour.
  const trays = { 'tray-light': '#1F2937', 'tray-dark': '#F9FAFB', trayTemplate: '#000000' };
  for (const [name, colour] of Object.entries(trays)) {
    writeFileSync(join(assets, 'tray', `${name}.png`), render(trayDrawing(colour), 16));
    writeFileSync(join(assets, 'tray', `${name}@2x.png`), render(trayDrawing(colour), 32));
  }
  return 0;
});
