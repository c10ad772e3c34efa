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
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
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
  /**
   * Opens what a mark stands for: the row of `table` and the dataset, both from 0. The table's columns after the
   * first are then the datasets. By keyboard, arrows move from mark to mark and Enter opens.
   */
  onPick?: ((row: number, dataset: number) => void) | undefined;
}

/** A chart with a name and a table behind it. */
export function ChartFrame({ label, table, height, config, onPick }: ChartFrameProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<Chart | null>(null);
  const pick = useRef(onPick);
  const tokens = useTokens();
  useEffect(() => {
    pick.current = onPick;
  });

  useEffect(() => {
    if (canvas.current === null) return undefined;
    Chart.defaults.color = tokens.quiet;
    Chart.defaults.borderColor = tokens.border;
    const made = config(tokens);
    const chart = new Chart(canvas.current, {
      ...made,
      options: {
        responsive: true,
        maintainAspectRatio: false,
        onClick: (_event, [mark]) => {
          if (mark !== undefined) pick.current?.(mark.index, mark.datasetIndex);
        },
        ...made.options,
      },
    });
    drawn.current = chart;
    return () => {
      drawn.current = null;
      chart.destroy();
    };
  }, [config, tokens]);

  return (
    <Box sx={{ position: 'relative', minWidth: 0 }} style={{ height }}>
      {onPick === undefined ? (
        <div role="img" aria-label={label} style={{ height: '100%' }}>
          <canvas ref={canvas} />
        </div>
      ) : (
        <Marks label={label} table={table} drawn={drawn} onPick={onPick}>
          <canvas ref={canvas} />
        </Marks>
      )}
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

/** Makes the marks of a chart reachable by keyboard, as the steps of a slider that says where it stands. */
function Marks(props: {
  label: string;
  table: ChartTable;
  drawn: RefObject<Chart | null>;
  onPick: (row: number, dataset: number) => void;
  children: ReactNode;
}): ReactNode {
  const { label, table, drawn, onPick } = props;
  const [at, setAt] = useState({ row: table.rows.length - 1, dataset: 0 });
  const row = Math.max(0, Math.min(at.row, table.rows.length - 1));
  const cells = table.rows[row] ?? [];
  const datasets = table.columns.length - 1;

  const show = (next: { row: number; dataset: number } | null): void => {
    const chart = drawn.current;
    if (chart === null) return;
    const active = next === null ? [] : [{ index: next.row, datasetIndex: next.dataset }];
    chart.setActiveElements(active);
    chart.tooltip?.setActiveElements(active, { x: 0, y: 0 });
    chart.update('none');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      onPick(row, at.dataset);
      return;
    }
    const steps: Partial<Record<string, [number, number]>> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
      Home: [-row, 0],
      End: [table.rows.length, 0],
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = {
      row: Math.max(0, Math.min(row + step[0], table.rows.length - 1)),
      dataset: (at.dataset + step[1] + datasets) % datasets,
    };
    setAt(next);
    show(next);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, table.rows.length - 1)}
      aria-valuenow={row}
      aria-valuetext={`${cells[0] ?? ''}, ${table.columns[at.dataset + 1] ?? ''}: ${cells[at.dataset + 1] ?? ''}`}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (event.currentTarget.matches(':focus-visible')) show({ row, dataset: at.dataset });
      }}
      onBlur={() => show(null)}
      style={{ height: '100%', cursor: 'pointer' }}
    >
      {props.children}
    </div>
  );
}
