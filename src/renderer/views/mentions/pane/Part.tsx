import { Box, ButtonBase } from '@mui/material';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';

/** A section of the reading pane. `folded` ones open on a click, so that what is long does not push the rest away. */
export function Part(props: { title: string; folded?: boolean; children: ReactNode }): ReactNode {
  const titleId = useId();
  const [open, setOpen] = useState(false);
  const { folded = false } = props;
  const shown = !folded || open;
  return (
    <Box component="section" aria-labelledby={titleId} sx={{ mt: 4 }}>
      <Box
        component="h3"
        id={titleId}
        sx={{ m: 0, mb: shown ? 1 : 0, fontSize: 13, fontWeight: 600, color: 'text.secondary' }}
      >
        {folded ? (
          <ButtonBase
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            sx={{ gap: 1, minHeight: 24, fontWeight: 'inherit', '&:hover': { color: 'text.primary' } }}
          >
            {open ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
            {props.title}
          </ButtonBase>
        ) : (
          props.title
        )}
      </Box>
      {shown ? props.children : null}
    </Box>
  );
}
