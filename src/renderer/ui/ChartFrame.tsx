import { Box } from '@mui/material';
import { useColorScheme } from '@mui/material/styles';
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartConfiguration,
} from 'chart.js';
import { useEffect, useRef, type ReactNode } from 'react';
import { dark, light, type SchemeTokens } from '#renderer/app/tokens.ts';
import { hidden } from './hidden.ts';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);
Chart.defaults.font.family = '"Inter Variable", system-ui, sans-serif';
Chart.defaults.font.size = 11;
Chart.defaults.animation = false;

/** The colours of the scheme in force, for canvases, which know no CSS variables. */
export function useTokens(): SchemeTokens {
  const { mode, systemMode } = useColorScheme();
  return (mode === 'system' ? systemMode : mode) === 'dark' ? dark : light;
}

export interface ChartTable {
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

export interface ChartFrameProps {
  /** What the chart says, in a sentence. */
  label: string;
  /** The same numbers for people who do not see the canvas. */
  table: ChartTable;
  /** CSS pixels. */
  height: number;
  /** Made again when the colours change; keep it stable with useCallback. */
  config: (tokens: SchemeTokens) => ChartConfiguration;
}

/** A chart with a name and a table behind it. */
export function ChartFrame({ label, table, height, config }: ChartFrameProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const tokens = useTokens();

  useEffect(() => {
    if (canvas.current === null) return undefined;
    Chart.defaults.color = tokens.quiet;
    Chart.defaults.borderColor = tokens.border;
    const made = config(tokens);
    const chart = new Chart(canvas.current, {
      ...made,
      options: { responsive: true, maintainAspectRatio: false, ...made.options },
    });
    return () => chart.destroy();
  }, [config, tokens]);

  return (
    <Box sx={{ position: 'relative', minWidth: 0 }} style={{ height }}>
      <div role="img" aria-label={label} style={{ height: '100%' }}>
        <canvas ref={canvas} />
      </div>
      <div style={hidden}>
        <table>
          <caption>{label}</caption>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={String(row[0])}>
                {row.map((cell, index) => (
                  <td key={table.columns[index] ?? index}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Box>
  );
}
