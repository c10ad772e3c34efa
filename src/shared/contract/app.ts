import { z } from 'zod';
import { shellRequest } from './define.ts';
import { Done, Nothing } from './common.ts';

export const ThemeChoice = z.enum(['system', 'light', 'dark']);
export const Language = z.enum(['en', 'ro']);
export const WorkspaceKind = z.enum(['own', 'sample']);

export const AppState = z.strictObject({
  theme: ThemeChoice,
  language: Language,
  density: z.enum(['comfortable', 'compact']),
  workspace: WorkspaceKind,
  version: z.string(),
  platform: z.string(),
  /** Set when the workspace could not be opened: the window then shows this and nothing else. */
  blocked: z
    .strictObject({
      reason: z.enum(['newer-version', 'damaged', 'locked', 'no-space', 'unknown']),
      message: z.string(),
      folder: z.string(),
    })
    .nullable(),
  dataFolder: z.string(),
});
export type AppState = z.infer<typeof AppState>;

export const app = {
  'app.state': shellRequest({
    summary: 'Theme, language, and which workspace is open.',
    input: Nothing,
    output: AppState,
  }),
  'app.set': shellRequest({
    summary: 'Changes theme, language or density.',
    input: z.strictObject({
      theme: ThemeChoice.optional(),
      language: Language.optional(),
      density: z.enum(['comfortable', 'compact']).optional(),
    }),
    output: AppState,
  }),
  'app.openExternal': shellRequest({
    summary: 'Opens an https, http or mailto address in the system browser.',
    input: z.strictObject({ url: z.string().min(1).max(4000) }),
    output: z.strictObject({ opened: z.boolean() }),
  }),
  'app.openWorkspace': shellRequest({
    summary:
      'Switches between the own workspace and the sample hotel, making the sample when it is not there.',
    input: z.strictObject({ workspace: WorkspaceKind }),
    output: AppState,
  }),
  'app.removeSample': shellRequest({
    summary: 'Removes the sample hotel from this machine and returns to the own workspace.',
    input: Nothing,
    output: AppState,
  }),
  'app.backup': shellRequest({
    summary: 'Asks where to, and writes a backup there.',
    input: Nothing,
    output: z.strictObject({ file: z.string().nullable() }),
  }),
  'app.restore': shellRequest({
    summary:
      'Asks for a backup file and puts it in place of the workspace; the present one is kept beside it.',
    input: Nothing,
    output: z.strictObject({ restored: z.boolean() }),
  }),
  'app.openOpml': shellRequest({
    summary: 'Asks for an OPML file and returns its text.',
    input: Nothing,
    output: z.strictObject({ opml: z.string().nullable() }),
  }),
  'app.saveText': shellRequest({
    summary: 'Asks where to, and writes a text there: a list of feeds (OPML) or a report (Markdown).',
    input: z.strictObject({
      kind: z.enum(['opml', 'markdown']),
      /** What the file is about, for the name that is suggested. */
      about: z.string().trim().min(1).max(80),
      text: z.string().max(20_000_000),
    }),
    output: z.strictObject({ saved: z.boolean() }),
  }),
  'app.left': shellRequest({
    summary: 'Says that what was being written is kept, so that Earshot may end.',
    input: Nothing,
    output: Done,
  }),
  'app.showFolder': shellRequest({
    summary: 'Shows the data folder in the file manager.',
    input: Nothing,
    output: Done,
  }),
};
