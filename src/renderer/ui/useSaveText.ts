import { notify } from '#renderer/app/notify.ts';
import { useCommand } from '#renderer/client/index.ts';

/** Writes a text into a file that its owner chooses, and says so. `about` becomes the suggested name. */
export function useSaveText(): (
  kind: 'opml' | 'markdown',
  about: string,
  text: string,
  told: string,
) => Promise<void> {
  const save = useCommand('app.saveText');
  return async (kind, about, text, told) => {
    const done = await save.run({ kind, about, text });
    if (done?.saved === true) notify({ message: told });
  };
}
