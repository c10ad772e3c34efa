import { create } from 'zustand';

/** Whose profile is open. */
export type ProfileOf = { kind: 'author'; authorKey: number } | { kind: 'site'; host: string };

export const useOpenProfile = create<{ open: ProfileOf | null }>()(() => ({ open: null }));

/** Opens the drawer on an author or a site. */
export const openProfile = (open: ProfileOf): void => useOpenProfile.setState({ open });
export const closeProfile = (): void => useOpenProfile.setState({ open: null });
