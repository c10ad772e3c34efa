import type alerts from './en/alerts.json';
import type brands from './en/brands.json';
import type common from './en/common.json';
import type compare from './en/compare.json';
import type contacts from './en/contacts.json';
import type crisis from './en/crisis.json';
import type errors from './en/errors.json';
import type formulas from './en/formulas.json';
import type frame from './en/frame.json';
import type help from './en/help.json';
import type inbox from './en/inbox.json';
import type insights from './en/insights.json';
import type learning from './en/learning.json';
import type mentions from './en/mentions.json';
import type presets from './en/presets.json';
import type profiles from './en/profiles.json';
import type reports from './en/reports.json';
import type rules from './en/rules.json';
import type settings from './en/settings.json';
import type sources from './en/sources.json';
import type today from './en/today.json';
import type welcome from './en/welcome.json';

/** The English texts give the keys; a parity test holds Romanian to the same. */
export interface resources {
  alerts: typeof alerts;
  brands: typeof brands;
  common: typeof common;
  compare: typeof compare;
  contacts: typeof contacts;
  crisis: typeof crisis;
  errors: typeof errors;
  formulas: typeof formulas;
  frame: typeof frame;
  help: typeof help;
  inbox: typeof inbox;
  insights: typeof insights;
  learning: typeof learning;
  mentions: typeof mentions;
  presets: typeof presets;
  profiles: typeof profiles;
  reports: typeof reports;
  rules: typeof rules;
  settings: typeof settings;
  sources: typeof sources;
  today: typeof today;
  welcome: typeof welcome;
}
