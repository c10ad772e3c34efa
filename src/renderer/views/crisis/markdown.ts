/** The parts of a post-mortem in the reader's own words, ready to be put together. */
export interface ReportText {
  heading: string;
  period: string;
  /** Name and value, in order. */
  facts: readonly (readonly [string, string])[];
  sections: readonly { title: string; lines: readonly string[] }[];
  statement: { title: string; text: string };
}

/** Signs that Markdown would take for its own: what was collected must stay text. */
const SIGNS = /[\\`*_{}[\]<>#|~]/g;

/** Plain text as Markdown shows it, on one line. */
export const asText = (text: string): string =>
  text
    .replace(SIGNS, (sign) => `\\${sign}`)
    .replace(/\s+/g, ' ')
    .trim();

/** A post-mortem as Markdown. Parts without lines are left out. */
export function toMarkdown(report: ReportText): string {
  const quoted = report.statement.text.trim().split('\n').map(asText);
  const blocks = [
    `# ${asText(report.heading)}`,
    asText(report.period),
    report.facts.map(([name, value]) => `- **${asText(name)}:** ${asText(value)}`).join('\n'),
    ...report.sections
      .filter(({ lines }) => lines.length > 0)
      .map(
        ({ title, lines }) => `## ${asText(title)}\n\n${lines.map((line) => `- ${asText(line)}`).join('\n')}`,
      ),
    ...(report.statement.text.trim() === ''
      ? []
      : [
          `## ${asText(report.statement.title)}\n\n${quoted.map((line) => `> ${line}`.trimEnd()).join('\n')}`,
        ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}
