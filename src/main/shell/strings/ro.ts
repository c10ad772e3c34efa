import type { ShellTexts } from './en.ts';

export const ro: ShellTexts = {
  file: 'Fișier',
  edit: 'Editare',
  view: 'Vizualizare',
  windowMenu: 'Fereastră',
  help: 'Ajutor',
  about: 'Despre Earshot',
  hide: 'Ascunde Earshot',
  hideOthers: 'Ascunde celelalte',
  showAll: 'Arată toate',
  open: 'Deschide Earshot',
  checkNow: 'Verifică acum',
  pause: 'Pune colectarea pe pauză',
  backup: 'Copie de siguranță…',
  settings: 'Setări',
  closeWindow: 'Închide fereastra',
  quit: 'Ieși din Earshot',
  undo: 'Anulează',
  redo: 'Refă',
  cut: 'Decupează',
  copy: 'Copiază',
  paste: 'Lipește',
  selectAll: 'Selectează tot',
  today: 'Astăzi',
  mentions: 'Mențiuni',
  sources: 'Surse',
  brands: 'Mărci',
  zoomIn: 'Mărește',
  zoomOut: 'Micșorează',
  zoomReset: 'Mărime normală',
  fullScreen: 'Ecran complet',
  developerTools: 'Instrumente pentru dezvoltatori',
  minimize: 'Minimizează',
  showFolder: 'Arată dosarul cu date',
  stillRunning: 'Earshot continuă să colecteze',
  stillRunningDetail:
    'Fereastra este închisă, dar mențiunile noi se colectează în continuare. Pornește din nou Earshot ca să vezi fereastra. Ca să îl oprești, alege Ieși.',
  keepCollecting: 'Continuă colectarea',
  backupTitle: 'Salvează o copie de siguranță',
  restoreTitle: 'Alege o copie de siguranță',
  backupFiles: 'Copii de siguranță Earshot',
  opmlFiles: 'Liste de fluxuri (OPML)',
  allFiles: 'Toate fișierele',
  openOpmlTitle: 'Alege o listă de fluxuri',
  saveOpmlTitle: 'Salvează lista de fluxuri',
  saveReportTitle: 'Salvează raportul',
  reportFiles: 'Text (Markdown)',
  choose: 'Alege',
  save: 'Salvează',
  backupFailed: 'Copia de siguranță nu a fost scrisă',
  fileTooLarge:
    'Fișierul are peste 20 MB. O listă de fluxuri este de obicei mult mai mică; alege alt fișier.',
  fileUnreadable: 'Fișierul nu a putut fi citit. Verifică dacă mai există și dacă ai voie să îl deschizi.',
  fileUnwritable:
    'Fișierul nu a putut fi scris. Verifică dacă dosarul există și are loc sau alege alt dosar.',
  ok: 'OK',
};

/** As `unreadEn`. Romanian puts „de” before the noun where the plural class is `other` (20, 21, 100, …). */
export function unreadRo(count: number): string {
  if (count === 0) return 'Earshot: nimic nou';
  if (count === 1) return 'Earshot: 1 mențiune nouă';
  const shown = count.toLocaleString('ro');
  const few = new Intl.PluralRules('ro').select(count) === 'few';
  return `Earshot: ${shown} ${few ? '' : 'de '}mențiuni noi`;
}
