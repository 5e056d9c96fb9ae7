import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

interface ScreenRoute {
  readonly path: string;
  readonly screen: LazyExoticComponent<ComponentType<{ readonly id: string }>>;
}

const load = <K extends string>(
  name: K,
  from: () => Promise<Readonly<Record<K, ComponentType<{ id: string }>>>>,
): ScreenRoute['screen'] => lazy(async () => ({ default: (await from())[name] }));

/** Every screen and its address; each is fetched when it is first opened. `id` is empty where the path has none. */
export const routes: readonly ScreenRoute[] = [
  { path: '/', screen: load('HomeScreen', () => import('../features/home/HomeScreen.tsx')) },
  { path: '/film', screen: load('FilmScreen', () => import('../features/filming/FilmScreen.tsx')) },
  { path: '/bring-in', screen: load('BringInScreen', () => import('../features/imports/BringInScreen.tsx')) },
  {
    path: '/recordings',
    screen: load('RecordingsScreen', () => import('../features/recordings/RecordingsScreen.tsx')),
  },
  { path: '/cases', screen: load('CasesScreen', () => import('../features/cases/CasesScreen.tsx')) },
  { path: '/cases/:id', screen: load('CaseScreen', () => import('../features/cases/CaseScreen.tsx')) },
  {
    path: '/recordings/:id',
    screen: load('RecordingScreen', () => import('../features/player/RecordingScreen.tsx')),
  },
  { path: '/search', screen: load('SearchScreen', () => import('../features/search/SearchScreen.tsx')) },
  { path: '/jobs', screen: load('JobsScreen', () => import('../features/jobs/JobsScreen.tsx')) },
  { path: '/people', screen: load('PeopleScreen', () => import('../features/people/PeopleScreen.tsx')) },
  { path: '/groups', screen: load('GroupsScreen', () => import('../features/privacy/GroupsScreen.tsx')) },
  {
    path: '/settings',
    screen: load('SettingsScreen', () => import('../features/settings/SettingsScreen.tsx')),
  },
];
