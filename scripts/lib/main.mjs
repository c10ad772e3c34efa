import { realpathSync } from 'node:fs';

import { ensureNodeModules } from './node-deps.mjs';
import { pinnedNode, root } from './paths.mjs';
import { Stop } from './print.mjs';
import { run, toolEnv } from './spawn.mjs';

/**
 * Runs a script's body under the pinned Node, with the packages installed and the repository as working
 * folder. `body` gets the arguments and returns the exit code. What the user can act on is printed as one
 * sentence, without a stack.
 */
export async function main(body) {
  try {
    await ensureNodeModules();
    endWith(
      isPinned()
        ? await body(process.argv.slice(2))
        : await run(pinnedNode(), process.argv.slice(1), { cwd: root, env: toolEnv() }),
    );
  } catch (error) {
    process.stderr.write(`${sentence(error)}\n`);
    endWith(1);
  }
}

/** Set once more at the very end: electron-builder, once loaded, puts the exit code back to 0 on its way out. */
function endWith(code) {
  process.exitCode = code;
  process.on('exit', () => {
    process.exitCode = code;
  });
}

function isPinned() {
  return realpathSync(process.execPath) === realpathSync(pinnedNode());
}

function sentence(error) {
  if (error instanceof Stop) return error.message;
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return `Something unexpected stopped the set-up: ${reason}`;
}
