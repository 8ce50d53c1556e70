// Draws an SVG at several sizes: electron scripts/icons/drawing <svg> <folder> <size,size,...>
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { app, BrowserWindow } = require('electron');

const [svgFile, folder, sizes] = process.argv.slice(-3);

const draw = `async (svg, size) => {
  const image = new Image();
  image.src = 'data:image/svg+xml;base64,' + btoa(svg);
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
  canvas.getContext('2d').drawImage(image, 0, 0, size, size);
  return canvas.toDataURL('image/png').split(',')[1];
}`;

async function main() {
  await app.whenReady();
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  await window.loadURL('data:text/html,<title>icons</title>');
  const svg = readFileSync(svgFile, 'utf8');
  for (const size of sizes.split(',').map(Number)) {
    const png = await window.webContents.executeJavaScript(`(${draw})(${JSON.stringify(svg)}, ${size})`);
    writeFileSync(join(folder, `${size}x${size}.png`), Buffer.from(png, 'base64'));
  }
  app.exit(0);
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  app.exit(1);
});
