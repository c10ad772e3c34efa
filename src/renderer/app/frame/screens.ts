import {
  AtSign,
  Bell,
  CalendarDays,
  FileText,
  Inbox,
  Lightbulb,
  ListChecks,
  Plug,
  MessageSquareText,
  Rss,
  Scale,
  Settings2,
  Siren,
  Sunrise,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { Route } from '../state.ts';

export interface Screen {
  route: Exclude<Route, 'welcome' | 'learning'>;
  icon: LucideIcon;
  keys?: string;
}

/** The screens of the rail, in its order; `settings` stands below the line with `sources`. */
export const screens: readonly Screen[] = [
  { route: 'today', icon: Sunrise, keys: 'g t' },
  { route: 'mentions', icon: MessageSquareText, keys: 'g m' },
  { route: 'alerts', icon: Bell, keys: 'g a' },
  { route: 'inbox', icon: Inbox, keys: 'g i' },
  { route: 'contacts', icon: Users, keys: 'g p' },
  { route: 'calendar', icon: CalendarDays, keys: 'g d' },
  { route: 'compare', icon: Scale, keys: 'g c' },
  { route: 'insights', icon: Lightbulb, keys: 'g n' },
  { route: 'reports', icon: FileText, keys: 'g o' },
  { route: 'brands', icon: AtSign, keys: 'g b' },
  { route: 'accounts', icon: Plug, keys: 'g k' },
  { route: 'sources', icon: Rss, keys: 'g s' },
  { route: 'rules', icon: ListChecks, keys: 'g r' },
  { route: 'crisis', icon: Siren },
  { route: 'settings', icon: Settings2 },
];
