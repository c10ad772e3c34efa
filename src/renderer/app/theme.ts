import { createTheme, type CssVarsThemeOptions } from '@mui/material/styles';
import { dark, light, type SchemeTokens } from './tokens.ts';

type Scheme = NonNullable<NonNullable<CssVarsThemeOptions['colorSchemes']>['light']>;

declare module '@mui/material/styles' {
  interface Palette {
    tokens: SchemeTokens;
  }
  interface PaletteOptions {
    tokens?: SchemeTokens;
  }
}

const scheme = (tokens: SchemeTokens): Scheme & object => ({
  palette: {
    tokens,
    background: { default: tokens.ground, paper: tokens.surface },
    text: { primary: tokens.text, secondary: tokens.quiet, disabled: tokens.neutral },
    divider: tokens.border,
    primary: { main: tokens.accent, dark: tokens.accentHover, contrastText: tokens.onAccent },
    secondary: { main: tokens.quiet, contrastText: tokens.surface },
    error: { main: tokens.negative, dark: tokens.negativeHover, contrastText: tokens.surface },
    warning: { main: tokens.warning, contrastText: tokens.surface },
    success: { main: tokens.positive, contrastText: tokens.surface },
    info: { main: tokens.accent, contrastText: tokens.onAccent },
    action: { hover: tokens.hover, selected: tokens.wash, focus: tokens.wash },
  },
});

const fontFamily = '"Inter Variable", "Noto Color Emoji", system-ui, sans-serif';
const bold = 600;
const floating = '0 8px 28px rgb(0 0 0 / 0.18)';
const flat = Array.from({ length: 24 }, () => 'none');

/** A ring that shows on any surface; drawn by `outline`, so that nothing moves. */
export const focusRing = {
  outline: '2px solid var(--mui-palette-primary-main)',
  outlineOffset: '1px',
} as const;

export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-color-scheme' },
  colorSchemes: { light: scheme(light), dark: scheme(dark) },
  spacing: 4,
  shape: { borderRadius: 6 },
  shadows: ['none', ...flat] as never,
  transitions: {
    duration: {
      shortest: 80,
      shorter: 100,
      short: 120,
      standard: 120,
      complex: 120,
      enteringScreen: 120,
      leavingScreen: 80,
    },
  },
  typography: {
    fontFamily,
    htmlFontSize: 16,
    fontSize: 13,
    fontWeightLight: 450,
    fontWeightRegular: 450,
    fontWeightMedium: bold,
    fontWeightBold: bold,
    h1: { fontSize: 20, fontWeight: bold, lineHeight: 1.3, letterSpacing: '-0.01em' },
    h2: { fontSize: 15, fontWeight: bold, lineHeight: 1.35 },
    h3: { fontSize: 13, fontWeight: bold, lineHeight: 1.4 },
    subtitle1: { fontSize: 14, fontWeight: bold },
    subtitle2: { fontSize: 13, fontWeight: bold },
    body1: { fontSize: 14, lineHeight: 1.55 },
    body2: { fontSize: 13, lineHeight: 1.45 },
    caption: { fontSize: 12, lineHeight: 1.4 },
    button: { fontSize: 13, fontWeight: bold, textTransform: 'none' },
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        'html, body, #root': { height: '100%' },
        '*': {
          scrollbarWidth: 'thin',
          scrollbarColor: 'color-mix(in srgb, var(--mui-palette-tokens-quiet) 45%, transparent) transparent',
        },
        body: {
          fontSize: 13,
          overflow: 'hidden',
          fontOpticalSizing: 'auto',
          WebkitFontSmoothing: 'antialiased',
        },
        '::selection': { background: 'var(--mui-palette-tokens-wash)' },
        ':focus-visible': focusRing,
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': { animationDuration: '0s !important', transition: 'none !important' },
        },
      },
    },
    MuiButtonBase: {
      defaultProps: { disableRipple: true, disableTouchRipple: true },
      styleOverrides: {
        root: {
          fontFamily: 'inherit',
          fontSize: 'inherit',
          '&.Mui-focusVisible, &:focus-visible': focusRing,
        },
      },
    },
    MuiButton: {
      defaultProps: { size: 'small', disableElevation: true, variant: 'outlined', color: 'inherit' },
      styleOverrides: {
        root: { minHeight: 30, padding: '4px 12px', whiteSpace: 'nowrap' },
        outlined: {
          borderColor: 'var(--mui-palette-divider)',
          backgroundColor: 'var(--mui-palette-background-paper)',
        },
        text: { padding: '4px 8px' },
      },
    },
    MuiIconButton: { defaultProps: { size: 'small' }, styleOverrides: { root: { borderRadius: 6 } } },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiDialog: {
      styleOverrides: {
        paper: { borderRadius: 8, border: '1px solid var(--mui-palette-divider)', boxShadow: floating },
      },
    },
    MuiDialogTitle: {
      styleOverrides: { root: { fontSize: 15, fontWeight: bold, padding: '16px 20px 8px' } },
    },
    MuiDialogContent: { styleOverrides: { root: { padding: '8px 20px 16px' } } },
    MuiDialogActions: { styleOverrides: { root: { padding: '8px 20px 16px' } } },
    MuiPopover: {
      styleOverrides: { paper: { border: '1px solid var(--mui-palette-divider)', boxShadow: floating } },
    },
    MuiMenuItem: { defaultProps: { dense: true }, styleOverrides: { root: { fontSize: 13, minHeight: 30 } } },
    MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
    MuiInputBase: { styleOverrides: { root: { fontSize: 13 } } },
    MuiOutlinedInput: {
      styleOverrides: {
        root: { backgroundColor: 'var(--mui-palette-background-paper)' },
        input: { padding: '7px 14px' },
        multiline: { padding: '3px 0' },
        notchedOutline: { borderColor: 'var(--mui-palette-divider)' },
      },
    },
    MuiInputLabel: { styleOverrides: { root: { fontSize: 13 } } },
    MuiFormControlLabel: { styleOverrides: { label: { fontSize: 13 } } },
    MuiCheckbox: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 5 } } },
    MuiRadio: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 5 } } },
    MuiSwitch: {
      defaultProps: { size: 'small' },
      styleOverrides: {
        switchBase: { color: 'var(--mui-palette-tokens-quiet)' },
        track: { backgroundColor: 'var(--mui-palette-tokens-neutral)' },
      },
    },
    MuiBackdrop: {
      styleOverrides: {
        root: { backgroundColor: 'rgb(0 0 0 / 0.32)' },
        invisible: { backgroundColor: 'transparent' },
      },
    },
    MuiChip: { defaultProps: { size: 'small' }, styleOverrides: { root: { borderRadius: 6, fontSize: 12 } } },
    MuiTab: { styleOverrides: { root: { minHeight: 34, padding: '6px 10px', minWidth: 0, fontSize: 13 } } },
    MuiTabs: { styleOverrides: { root: { minHeight: 34 } } },
    MuiTooltip: {
      defaultProps: { enterDelay: 500 },
      styleOverrides: {
        tooltip: {
          fontSize: 12,
          backgroundColor: 'var(--mui-palette-text-primary)',
          color: 'var(--mui-palette-background-paper)',
        },
      },
    },
    MuiAlert: { styleOverrides: { root: { borderRadius: 8, fontSize: 13 } } },
    MuiLink: { defaultProps: { underline: 'hover' } },
  },
});
