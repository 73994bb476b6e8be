import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';
import { dark, gray, ink, surface, variables } from './tokens';

const sans = "'IBM Plex Sans Variable', system-ui, sans-serif";
const serif = "'Source Serif 4 Variable', Georgia, serif";
const mono = "'IBM Plex Mono', ui-monospace, monospace";

/** Filled with ink, in the scheme's own; Mantine's contrast is chosen once, for the light one. */
const variantColorResolver: VariantColorsResolver = (input) =>
  input.variant === 'filled'
    ? {
        background: 'var(--hub-ink)',
        hover: 'var(--hub-ink-hover)',
        color: 'var(--hub-on-ink)',
        border: '1px solid transparent',
      }
    : defaultVariantColorsResolver(input);

export const theme = createTheme({
  variantColorResolver,
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  defaultRadius: 2,
  black: surface.light.text,
  white: '#FFFFFF',
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontFamily: sans,
  fontFamilyMonospace: mono,
  fontSmoothing: true,
  colors: {
    gray: gray as unknown as MantineColorsTuple,
    dark: dark as unknown as MantineColorsTuple,
    ink: ink as unknown as MantineColorsTuple,
  },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '22px', xl: '28px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  headings: {
    fontFamily: serif,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '28px', lineHeight: '34px' },
      h2: { fontSize: '22px', lineHeight: '28px' },
      h3: { fontSize: '16px', lineHeight: '22px' },
    },
  },
  // Depth comes from rules and whitespace; only what floats over the page has a shadow.
  shadows: { xs: 'none', sm: 'none' },
  other: { serif },
  components: {
    Button: { defaultProps: { variant: 'default', size: 'sm', fw: 500 } },
    Checkbox: { defaultProps: { iconColor: 'var(--hub-on-ink)' } },
    Radio: { defaultProps: { iconColor: 'var(--hub-on-ink)' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm', autosize: true, minRows: 3, maxRows: 12 } },
    NativeSelect: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 200, withArrow: false } },
    Modal: { defaultProps: { radius: 2, transitionProps: { transition: 'fade', duration: 120 } } },
    Drawer: { defaultProps: { transitionProps: { transition: 'fade', duration: 120 } } },
    // Beside its button rather than at the end of the document, in the landmark that it belongs to; opened, it is on its first item.
    Menu: {
      defaultProps: {
        transitionProps: { duration: 0 },
        radius: 2,
        withinPortal: false,
        withInitialFocusPlaceholder: false,
      },
    },
  },
});

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { '--hub-serif': serif, '--hub-mono': mono },
  light: scheme('light'),
  dark: scheme('dark'),
});

function scheme(name: 'light' | 'dark'): Record<string, string> {
  const colours = surface[name];
  return {
    ...variables(name),
    '--mantine-color-body': colours.page,
    '--mantine-color-text': colours.text,
    '--mantine-color-dimmed': colours.dimmed,
    '--mantine-color-anchor': colours.link,
    '--mantine-color-error': colours.fail,
    '--mantine-color-default': colours.card,
    '--mantine-color-default-hover': colours.well,
    '--mantine-color-default-border': colours.inputBorder,
    '--mantine-color-placeholder': colours.dimmed,
  };
}
