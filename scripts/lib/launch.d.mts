/** See launch.mjs. */
export interface LaunchPlan {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}
export const rootFlags: string[];
export function launchPlan(): Promise<LaunchPlan>;
export function appEnv(): Record<string, string>;
