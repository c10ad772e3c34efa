// npm run package: the app in dist/, unpacked. With arguments they go to electron-builder, for example
// `npm run package -- --linux deb`; those targets need the internet.
import { main } from './lib/main.mjs';

await main(async (args) => {
  const { packageApp, packagedProgram, packageInstallers } = await import('./lib/package-app.mjs');
  if (args.length > 0) return packageInstallers(args);
  await packageApp();
  process.stdout.write(`The app is ${packagedProgram()}\n`);
  return 0;
});
