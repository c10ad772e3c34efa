import { Link } from '@mui/material';
import type { ReactNode } from 'react';
import { openProfile, type ProfileOf } from './profile.ts';

/** A name that opens its profile. */
export function ProfileLink({ of, children }: { of: ProfileOf; children: ReactNode }): ReactNode {
  return (
    <Link
      component="button"
      type="button"
      color="inherit"
      underline="hover"
      aria-haspopup="dialog"
      onClick={() => openProfile(of)}
      sx={{ fontSize: 13, fontWeight: of.kind === 'author' ? 600 : 450, textAlign: 'left', minHeight: 24 }}
    >
      {children}
    </Link>
  );
}
