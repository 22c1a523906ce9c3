import { expectTypeOf, test } from 'vitest';
import type { HostedToolName } from './catalog.ts';
import type { ToolArguments } from './tool-arguments.ts';

type RequiredKeys<T> = { [Key in keyof T]-?: object extends Pick<T, Key> ? never : Key }[keyof T];

test('only the required arguments of a schema are required', () => {
  expectTypeOf<RequiredKeys<ToolArguments<'generate_image'>>>().toEqualTypeOf<'prompt'>();
  expectTypeOf<RequiredKeys<ToolArguments<'replace_video_segment'>>>().toEqualTypeOf<
    'startSeconds' | 'endSeconds'
  >();
  expectTypeOf<RequiredKeys<ToolArguments<'orbit_video'>>>().toEqualTypeOf<never>();
});

test('enums are closed, whether of texts or of numbers', () => {
  expectTypeOf<ToolArguments<'restore_photo'>['quality']>().toEqualTypeOf<'fast' | 'hq' | undefined>();
  expectTypeOf<ToolArguments<'generate_music'>['timesig']>().toEqualTypeOf<2 | 3 | 4 | 6 | undefined>();
  expectTypeOf<{ prompt: string; quality: 'best' }>().not.toExtend<ToolArguments<'restore_photo'>>();
});

test('model selectors stay open and still list what is known', () => {
  type VideoModel = ToolArguments<'generate_video'>['videoModel'];
  expectTypeOf<string>().toExtend<VideoModel>();
  expectTypeOf<Extract<VideoModel, 'ltx23'>>().toEqualTypeOf<'ltx23'>();
  expectTypeOf<number>().not.toExtend<VideoModel>();
});

test('media arguments are numbers by index and texts by URL', () => {
  type Clip = ToolArguments<'video_to_video'>;
  expectTypeOf<Clip['videoSourceIndex']>().toEqualTypeOf<number | undefined>();
  expectTypeOf<Clip['reference_video_url']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<Clip['reference_image_urls']>().toEqualTypeOf<readonly string[] | undefined>();
  expectTypeOf<ToolArguments<'stitch_video'>['videoIndices']>().toEqualTypeOf<readonly number[]>();
});

test('nested objects and type lists are spelled out', () => {
  type Overlay = ToolArguments<'overlay_video'>['overlays'][number];
  expectTypeOf<RequiredKeys<Overlay>>().toEqualTypeOf<'kind' | 'position'>();
  expectTypeOf<Overlay['backgroundColor']>().toEqualTypeOf<string | null | undefined>();
  expectTypeOf<ToolArguments<'enhance_prompt'>['constraints']>().toEqualTypeOf<
    Record<string, unknown> | undefined
  >();
});

test('no argument of any tool is any', () => {
  type Any<T> = 0 extends 1 & T ? true : false;
  type Found = {
    [Name in HostedToolName]: {
      [Key in keyof ToolArguments<Name>]-?: Any<ToolArguments<Name>[Key]>;
    }[keyof ToolArguments<Name>];
  }[HostedToolName];
  expectTypeOf<Found>().toEqualTypeOf<false>();
});

test('undescribed and missing arguments are refused where an object is written out', () => {
  const accept = <Name extends HostedToolName>(_name: Name, _args: ToolArguments<Name>) => undefined;
  accept('generate_image', { prompt: 'A fox', model: 'flux2' });
  // @ts-expect-error An unknown argument.
  accept('generate_image', { prompt: 'A fox', promt: 'A fox' });
  // @ts-expect-error A missing argument.
  accept('generate_image', {});
  // @ts-expect-error The retired spelling of an alias.
  accept('video_to_video', { prompt: 'A fox', control_mode: 'pose' });
});
